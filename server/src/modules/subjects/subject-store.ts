import type { Executor } from '../../database/connect.ts';
import { tryLock } from '../../database/advisory-lock.ts';
import { newId, type RowId } from '../../platform/ids.ts';
import type { Subject, SubjectKind } from './subject.ts';

/** Who reads a page or post, and who comments there. */
export type Readers = Pick<Subject, 'audience' | 'ownAudience' | 'writers'>;

/** Makes the row of a new subject, and answers its id. @param readers - None for a comment, which has those of what it is about. */
export async function insertSubject(trx: Executor, kind: SubjectKind, readers?: Readers, id = newId()): Promise<RowId> {
  await trx
    .insertInto('subject')
    .values({
      id,
      kind,
      locked_at: null,
      deleted_at: null,
      deleted_by: null,
      audience: readers?.audience ?? 'nobody',
      own_audience: readers?.ownAudience ?? null,
      writers: readers?.writers ?? 'nobody',
    })
    .execute();
  return id;
}

export async function findKind(db: Executor, id: RowId): Promise<SubjectKind | null> {
  return (await db.selectFrom('subject').select('kind').where('id', '=', id).executeTakeFirst())?.kind ?? null;
}

/**
 * Locks a subject until the transaction ends. On PostgreSQL, the update locks the row; SQLite has only one writer anyway.
 */
export async function lockSubject(trx: Executor, id: RowId): Promise<void> {
  await trx
    .updateTable('subject')
    .set(({ ref }) => ({ kind: ref('kind') }))
    .where('id', '=', id)
    .execute();
}

/** Adds to the counters and returns their new values. */
export async function addToCounts(
  trx: Executor,
  id: RowId,
  { reactions = 0, comments = 0 }: { reactions?: number; comments?: number },
): Promise<{ reactionCount: number; commentCount: number }> {
  return trx
    .updateTable('subject')
    .set((eb) => ({
      reaction_count: eb('reaction_count', '+', reactions),
      comment_count: eb('comment_count', '+', comments),
    }))
    .where('id', '=', id)
    .returning(['reaction_count as reactionCount', 'comment_count as commentCount'])
    .executeTakeFirstOrThrow();
}

export async function setLockedAt(trx: Executor, id: RowId, lockedAt: number | null): Promise<void> {
  await trx.updateTable('subject').set({ locked_at: lockedAt }).where('id', '=', id).execute();
}

/** Marks a subject as deleted or, with null, removes that mark. */
export async function setDeleted(trx: Executor, id: RowId, deleted: { at: number; by: RowId } | null): Promise<void> {
  await trx
    .updateTable('subject')
    .set({ deleted_at: deleted?.at ?? null, deleted_by: deleted?.by ?? null })
    .where('id', '=', id)
    .execute();
}

/** Tries to lock the purge for this node until the transaction ends. */
export function lockPurge(trx: Executor): Promise<boolean> {
  return tryLock(trx, 'parvis purge');
}

/** Records the deletions of one person as those of another. */
export async function moveDeletions(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const deletions = trx.updateTable('subject').set({ deleted_by: intoId }).where('deleted_by', '=', fromId);
  return Number((await deletions.executeTakeFirst()).numUpdatedRows);
}
