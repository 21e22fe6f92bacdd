import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage } from '../../database/keyset.ts';
import { prepared } from '../../database/prepared.ts';
import type { CursorKey, PageRequest } from '../../platform/connection.ts';
import { type Comment, type CommentOrder, keysets } from './comment.ts';
import { columns, comments, listed, toComment } from './comment-store.ts';

export interface CommentListRequest {
  order: CommentOrder;
  page: PageRequest;
  /** The list starts at this key. */
  from?: CursorKey | null;
}

/** The comments directly below one parent. */
export async function findBelow(
  db: Executor,
  parentId: string,
  { order, page: { limit, after, before, backward }, from = null }: CommentListRequest,
): Promise<Comment[]> {
  const rows = await below(db, { parentId, limit, after, before, from }, backward ? `${order} backward` : order);
  return rows.map(toComment);
}

interface BelowValues {
  [Name: string]: CursorKey | string | number | null;
  parentId: string;
  limit: number;
  after: CursorKey | null;
  before: CursorKey | null;
  from: CursorKey | null;
}

const below = prepared(
  (db, { parentId, limit, after, before, from }: BelowValues, shape: CommentOrder | `${CommentOrder} backward`) => {
    const keyset = keysets[shape.split(' ')[0] as CommentOrder];
    const page = { size: limit, limit, after, before, backward: shape.endsWith(' backward') };
    return listed(comments(db))
      .select(columns)
      .where('comment.parent_id', '=', parentId)
      .where(inPage(keyset, page, from))
      .orderBy(inOrder(keyset, page))
      .limit(limit);
  },
);

/** The same for many parents in one statement: those of each follow each other, `page.limit` at most. */
export async function findBelowMany(
  db: Executor,
  parentIds: readonly string[],
  { order, page }: CommentListRequest,
): Promise<Comment[]> {
  const numbered = listed(comments(db))
    .select(columns)
    .select(
      sql<number>`row_number() over (partition by comment.parent_id order by ${inOrder(keysets[order], page)})`.as(
        'place',
      ),
    )
    .where('comment.parent_id', 'in', parentIds)
    .where(inPage(keysets[order], page));
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('place', '<=', page.limit)
    .orderBy('parentId')
    .orderBy('place')
    .execute();
  return rows.map(toComment);
}

/** Whether any comment of the list stands before a key. */
export async function hasBefore(db: Executor, parentId: string, order: CommentOrder, key: CursorKey): Promise<boolean> {
  const page: PageRequest = { size: 0, limit: 1, backward: false, after: null, before: key };
  const row = await listed(comments(db))
    .select('comment.id')
    .where('comment.parent_id', '=', parentId)
    .where(inPage(keysets[order], page))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many comments stand directly below each of several parents. */
export async function countBelow(db: Executor, parentIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await listed(comments(db))
    .select('comment.parent_id as parentId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('comment.parent_id', 'in', parentIds)
    .groupBy('comment.parent_id')
    .execute();
  return new Map(rows.map(({ parentId, count }) => [parentId, count]));
}

/** Of a longer discussion, the writers of so many comments are known. */
const MOST_READ = 2000;

/** Who wrote in the discussion of a page or post. */
export async function findWriters(db: Executor, rootId: string): Promise<string[]> {
  const read = comments(db)
    .select('comment.author_id as author_id')
    .where('comment.root_id', '=', rootId)
    .where('subject.deleted_at', 'is', null)
    .limit(MOST_READ);
  const rows = await db.selectFrom(read.as('read')).select('author_id').distinct().execute();
  return rows.map(({ author_id }) => author_id);
}

/** Each of several comments with all that stand above it, from the top one down to itself. */
export async function findPaths(db: Executor, ids: readonly string[]): Promise<Map<string, Comment[]>> {
  const rows = await db
    .withRecursive('path', (query) =>
      query
        .selectFrom('comment')
        .select(['comment.id as leaf', 'comment.id as id', 'comment.parent_id as parent_id'])
        .where('comment.id', 'in', ids)
        .unionAll(
          query
            .selectFrom('path')
            .innerJoin('comment', 'comment.id', 'path.parent_id')
            .select(['path.leaf as leaf', 'comment.id as id', 'comment.parent_id as parent_id']),
        ),
    )
    .selectFrom('path')
    .innerJoin('comment', 'comment.id', 'path.id')
    .innerJoin('subject', 'subject.id', 'comment.id')
    .innerJoin('subject as root', 'root.id', 'comment.root_id')
    .where('root.deleted_at', 'is', null)
    .select('path.leaf as leaf')
    .select(columns)
    .orderBy('comment.depth')
    .execute();
  const paths = new Map<string, Comment[]>(ids.map((id) => [id, []]));
  for (const row of rows) paths.get(row.leaf)!.push(toComment(row));
  return paths;
}
