import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage } from '../../database/keyset.ts';
import { prepared } from '../../database/prepared.ts';
import type { CursorKey, PageRequest } from '../../platform/connection.ts';
import type { Readable } from '../../platform/readable.ts';
import type { StoredSubject } from '../subjects/index.ts';
import { type Comment, type CommentOrder, keysets, mostAncestors } from './comment.ts';
import { columns, comments, commentsOf, listed, toComment } from './comment-store.ts';
import type { RowId } from '../../platform/ids.ts';

export interface CommentListRequest {
  order: CommentOrder;
  page: PageRequest;
  /** The list starts at this key. */
  from?: CursorKey | null;
}

/** What comments hang on, and the page or post that their discussion is about. */
export interface CommentParent {
  parentId: RowId;
  rootId: RowId;
}

/** The comments directly below one parent. */
export async function findBelow(
  db: Executor,
  { parentId, rootId }: Readable<CommentParent>,
  { order, page: { limit, after, before, backward }, from = null }: CommentListRequest,
): Promise<Readable<Comment>[]> {
  const values = { parentId, rootId, limit, after, before, from };
  const rows = await below(db, values, backward ? `${order} backward` : order);
  return rows.map(toComment) as Readable<Comment>[];
}

interface BelowValues extends CommentParent {
  [Name: string]: CursorKey | string | number | null;
  limit: number;
  after: CursorKey | null;
  before: CursorKey | null;
  from: CursorKey | null;
}

const below = prepared(
  (
    db,
    { parentId, rootId, limit, after, before, from }: BelowValues,
    shape: CommentOrder | `${CommentOrder} backward`,
  ) => {
    const keyset = keysets[shape.split(' ')[0] as CommentOrder];
    const page = { size: limit, limit, after, before, backward: shape.endsWith(' backward') };
    return listed(commentsOf(db, rootId))
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
  parents: readonly Readable<StoredSubject>[],
  { order, page }: CommentListRequest,
): Promise<Readable<Comment>[]> {
  const parentIds = [...new Set(parents.map(({ rowId }) => rowId))];
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
  return rows.map(toComment) as Readable<Comment>[];
}

/** Whether any comment of the list stands before a key. */
export async function hasBefore(db: Executor, parentId: RowId, order: CommentOrder, key: CursorKey): Promise<boolean> {
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
export async function countBelow(db: Executor, parentIds: readonly RowId[]): Promise<Map<RowId, number>> {
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

/** The ids of the authors in the discussion of a page or post. */
export async function findWriters(db: Executor, rootId: RowId): Promise<RowId[]> {
  const read = comments(db)
    .select('comment.author_id as author_id')
    .where('comment.root_id', '=', rootId)
    .where('comment.deleted_at', 'is', null)
    .limit(MOST_READ);
  const rows = await db.selectFrom(read.as('read')).select('author_id').distinct().execute();
  return rows.map(({ author_id }) => author_id);
}

/** The ids of the ancestors of each comment, from the top one down; the nearest 100. */
export async function findPaths(db: Executor, ids: readonly RowId[]): Promise<Map<RowId, RowId[]>> {
  const rows = await db
    .withRecursive('path', (query) =>
      query
        .selectFrom('comment')
        .select(['id as leaf', 'parent_id as above', sql<number>`1`.as('distance')])
        .where('id', 'in', ids)
        .unionAll(
          query
            .selectFrom('path')
            .innerJoin('comment', 'comment.id', 'path.above')
            .select(['path.leaf as leaf', 'comment.parent_id as above', sql<number>`path.distance + 1`.as('distance')])
            .where('path.distance', '<', mostAncestors),
        ),
    )
    .selectFrom('path')
    // The last step leads to the page or post.
    .innerJoin('comment', 'comment.id', 'path.above')
    .select(['path.leaf as leaf', 'path.above as above'])
    .orderBy('path.distance', 'desc')
    .execute();
  const paths = new Map<RowId, RowId[]>(ids.map((id) => [id, []]));
  for (const { leaf, above } of rows) paths.get(leaf)!.push(above);
  return paths;
}
