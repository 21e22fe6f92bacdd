import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { readBy } from '../../database/read-by.ts';
import type { Readable, ViewerAudiences } from '../../platform/readable.ts';
import type { Authored, StoredRichText } from '../subjects/index.ts';
import type { Comment } from './comment.ts';
import type { RowId } from '../../platform/ids.ts';

/** How many ids one statement names at most. */
const batch = 500;

export const columns = [
  'comment.id as id',
  'comment.root_id as rootId',
  'root.kind as rootKind',
  'comment.parent_id as parentId',
  'comment.depth as depth',
  'comment.author_id as authorId',
  'comment.source as source',
  'comment.text as text',
  'comment.tree as tree',
  'comment.created_at as createdAt',
  'comment.edited_at as editedAt',
  'comment.reaction_count as reactionCount',
  'comment.reaction_groups as reactionGroups',
  'comment.comment_count as commentCount',
  'comment.deleted_at as deletedAt',
  'comment.deleted_by as deletedBy',
  'root.locked_at as lockedAt',
  'root.audience as audience',
  'root.own_audience as ownAudience',
  'root.writers as writers',
  // A number in SQLite. What was cut off is read for its author alone.
  sql<number | boolean>`comment.mail_rest is not null`.as('hasMailRest'),
] as const;

export type CommentRow = Omit<Comment, 'kind' | 'rowId' | 'body' | 'hasMailRest'> &
  StoredRichText & { hasMailRest: number | boolean };

/** Comments joined with the root of their discussion; those of deleted posts are left out. */
export function comments(db: Executor) {
  return db
    .selectFrom('comment')
    .innerJoin('subject as root', 'root.id', 'comment.root_id')
    .where('root.deleted_at', 'is', null);
}

/** The comments of one discussion. The root is read once rather than for each comment. */
export function commentsOf(db: Executor, rootId: RowId): ReturnType<typeof comments> {
  return db
    .selectFrom('comment')
    .innerJoin('subject as root', (join) => join.on('root.id', '=', rootId))
    .where('root.deleted_at', 'is', null);
}

/** Leaves out deleted comments without replies. */
export function listed<Query extends ReturnType<typeof comments>>(query: Query): ReturnType<typeof comments> {
  return query.where((eb) => eb.or([eb('comment.deleted_at', 'is', null), eb('comment.comment_count', '>', 0)]));
}

/** Written out, since rows of the database are slow to spread. */
export function toComment(row: CommentRow): Comment {
  return {
    kind: 'Comment',
    id: row.id,
    rowId: row.id,
    rootId: row.rootId,
    rootKind: row.rootKind,
    parentId: row.parentId,
    depth: row.depth,
    hasMailRest: !!row.hasMailRest,
    authorId: row.authorId,
    body: { source: row.source, text: row.text, tree: row.tree },
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    deletedAt: row.deletedAt,
    deletedBy: row.deletedBy,
    lockedAt: row.lockedAt,
    audience: row.audience,
    ownAudience: row.ownAudience,
    writers: row.writers,
    reactionCount: row.reactionCount,
    reactionGroups: row.reactionGroups,
    commentCount: row.commentCount,
  };
}

export async function findComments(db: Executor, ids: readonly RowId[]): Promise<Comment[]> {
  const rows = await comments(db).select(columns).where('comment.id', 'in', ids).execute();
  return rows.map(toComment);
}

/** The latest comments of somebody, without deleted ones, as far as who asks may read them. */
export async function findLatestBy(
  db: Executor,
  authorId: RowId,
  { audiences, limit }: { audiences: ViewerAudiences; limit: number },
): Promise<Readable<Comment>[]> {
  const rows = await comments(db)
    .select(columns)
    .where('comment.author_id', '=', authorId)
    .where(readBy(db, 'root', audiences))
    .where('comment.deleted_at', 'is', null)
    .orderBy('comment.created_at', 'desc')
    .orderBy('comment.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toComment) as Readable<Comment>[];
}

/** The row id of the page or post whose discussion a comment belongs to. */
export async function rootIdOf(db: Executor, id: RowId): Promise<RowId | null> {
  const row = await db.selectFrom('comment').select('root_id').where('id', '=', id).executeTakeFirst();
  return row?.root_id ?? null;
}

/** The id of the ancestor of a comment at a depth. */
export async function ancestorAt(db: Executor, id: RowId, depth: number): Promise<RowId> {
  const { id: ancestor } = await db
    .withRecursive('path', (query) =>
      query
        .selectFrom('comment')
        .select(['id', 'parent_id', 'depth'])
        .where('id', '=', id)
        .unionAll(
          query
            .selectFrom('path')
            .innerJoin('comment', 'comment.id', 'path.parent_id')
            .select(['comment.id as id', 'comment.parent_id as parent_id', 'comment.depth as depth']),
        ),
    )
    .selectFrom('path')
    .select('id')
    .where('depth', '=', depth)
    .executeTakeFirstOrThrow();
  return ancestor;
}

/** @param mailRest - What was cut off the mail by which it came. */
export async function insertComment(trx: Executor, comment: Comment, mailRest: string | null): Promise<void> {
  const { id, rootId, parentId, depth, authorId, body, createdAt, editedAt } = comment;
  await trx
    .insertInto('comment')
    .values({
      id,
      root_id: rootId,
      parent_id: parentId,
      depth,
      author_id: authorId,
      ...body,
      mail_rest: mailRest,
      created_at: createdAt,
      edited_at: editedAt,
    })
    .execute();
}

export async function updateBody(trx: Executor, { rowId }: Authored, body: StoredRichText, now: number): Promise<void> {
  await trx
    .updateTable('comment')
    .set({ ...body, edited_at: now })
    .where('id', '=', rowId)
    .execute();
}

export async function findMailRests(db: Executor, ids: readonly RowId[]): Promise<Map<RowId, string>> {
  const rows = await db
    .selectFrom('comment')
    .select(['id', 'mail_rest as rest'])
    .where('id', 'in', ids)
    .where('mail_rest', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, rest }) => [id, rest!]));
}

export async function forgetMailRests(trx: Executor, ids: readonly RowId[]): Promise<void> {
  await trx.updateTable('comment').set({ mail_rest: null }).where('id', 'in', ids).execute();
}

/** Hangs all comments of one root on another. */
export async function moveComments(trx: Executor, fromId: RowId, toId: RowId): Promise<void> {
  await trx.updateTable('comment').set({ parent_id: toId }).where('parent_id', '=', fromId).execute();
  await trx.updateTable('comment').set({ root_id: toId }).where('root_id', '=', fromId).execute();
}

/** Gives the comments of one person to another. */
export async function moveCommentsOf(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const comments = trx.updateTable('comment').set({ author_id: intoId }).where('author_id', '=', fromId);
  return Number((await comments.executeTakeFirst()).numUpdatedRows);
}

/** How many comments in these discussions each person wrote since a moment. */
export async function countByAuthor(
  db: Executor,
  rootIds: readonly RowId[],
  since: number,
): Promise<Map<RowId, number>> {
  const counts = new Map<RowId, number>();
  for (let from = 0; from < rootIds.length; from += batch) {
    const rows = await db
      .selectFrom('comment')
      .select(({ fn }) => ['author_id as authorId', fn.countAll<number>().as('count')])
      .where('root_id', 'in', rootIds.slice(from, from + batch))
      .where('created_at', '>=', since)
      .where('deleted_at', 'is', null)
      .groupBy('author_id')
      .execute();
    for (const { authorId, count } of rows) counts.set(authorId, (counts.get(authorId) ?? 0) + count);
  }
  return counts;
}
