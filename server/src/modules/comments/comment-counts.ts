import type { Executor } from '../../database/connect.ts';
import { subjectRows } from '../subjects/index.ts';
import { type Comment, isListed } from './comment.ts';
import { findComments } from './comment-store.ts';

/**
 * Counts a comment that was added or came back, before it is marked as there. A page or post counts all comments below
 * it that are not deleted; a comment counts the answers that lists show right below it.
 */
export async function countIn(trx: Executor, comment: Comment): Promise<void> {
  await subjectRows.addToCounts(trx, comment.rootId, { comments: 1 });
  // A tombstone was shown all the time.
  if (comment.commentCount === 0) await appear(trx, comment);
}

/** Takes a comment that is to be deleted out of the counts. */
export async function countOut(trx: Executor, comment: Comment): Promise<void> {
  await subjectRows.addToCounts(trx, comment.rootId, { comments: -1 });
  if (comment.commentCount === 0) await vanish(trx, comment);
}

/** A deleted comment is shown again once it has an answer that is, and so on upwards. */
async function appear(trx: Executor, { parentId, rootId }: Comment): Promise<void> {
  if (parentId === rootId) return;
  const parent = (await findComments(trx, [parentId]))[0]!;
  await subjectRows.addToCounts(trx, parentId, { comments: 1 });
  if (!isListed(parent)) await appear(trx, parent);
}

/** A deleted comment vanishes with the last of its answers, and so on upwards. */
async function vanish(trx: Executor, { parentId, rootId }: Comment): Promise<void> {
  if (parentId === rootId) return;
  const parent = (await findComments(trx, [parentId]))[0]!;
  const { commentCount } = await subjectRows.addToCounts(trx, parentId, { comments: -1 });
  if (!isListed({ ...parent, commentCount })) await vanish(trx, parent);
}
