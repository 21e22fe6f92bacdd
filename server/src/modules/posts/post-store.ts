import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../database/keyset.ts';
import type { PageRequest } from '../../platform/connection.ts';
import type { StoredRichText } from '../subjects/index.ts';
import type { Post } from './post.ts';
import type { RowId } from '../../platform/ids.ts';

const columns = [
  'post.id as id',
  'post.wall_id as wallId',
  'post.author_id as authorId',
  'post.kind as postKind',
  'post.source as source',
  'post.text as text',
  'post.tree as tree',
  'post.link_url as linkUrl',
  'post.created_at as createdAt',
  'post.edited_at as editedAt',
  'post.pinned_at as pinnedAt',
  'subject.reaction_count as reactionCount',
  'subject.reaction_groups as reactionGroups',
  'subject.comment_count as commentCount',
  'subject.locked_at as lockedAt',
  'subject.deleted_at as deletedAt',
  'subject.deleted_by as deletedBy',
] as const;

type PostRow = Omit<Post, 'kind' | 'rowId' | 'body' | 'pinnedAt'> & StoredRichText & { pinnedAt: number };

/** Pinned posts first, the last pinned before the others, then the latest first. */
const wallOrder: Keyset = { columns: ['post.pinned_at', 'post.created_at', 'post.id'], direction: 'desc' };

export function wallOrderKey({ pinnedAt, createdAt, id }: Post): [number, number, string] {
  return [pinnedAt ?? 0, createdAt, id];
}

/** Posts by id, deleted ones too. */
export async function findPosts(db: Executor, ids: readonly RowId[]): Promise<Post[]> {
  return (await posts(db).select(columns).where('post.id', 'in', ids).execute()).map(toPost);
}

/** One page of a wall. */
export async function findOnWall(db: Executor, wallId: RowId, page: PageRequest): Promise<Post[]> {
  const rows = await posts(db)
    .select(columns)
    .where('post.wall_id', '=', wallId)
    .where('subject.deleted_at', 'is', null)
    .where(inPage(wallOrder, page))
    .orderBy(inOrder(wallOrder, page))
    .limit(page.limit)
    .execute();
  return rows.map(toPost);
}

export async function countOnWall(db: Executor, wallId: RowId): Promise<number> {
  const { count } = await posts(db)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('post.wall_id', '=', wallId)
    .where('subject.deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** The latest posts of an author, without deleted ones. */
export async function findLatestBy(db: Executor, authorId: RowId, limit: number): Promise<Post[]> {
  const rows = await posts(db)
    .select(columns)
    .where('post.author_id', '=', authorId)
    .where('subject.deleted_at', 'is', null)
    .orderBy('post.created_at', 'desc')
    .orderBy('post.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toPost);
}

export async function insertPost(trx: Executor, post: Post): Promise<void> {
  const { id, wallId, authorId, postKind, body, createdAt, editedAt } = post;
  await trx
    .insertInto('post')
    .values({
      id,
      wall_id: wallId,
      author_id: authorId,
      kind: postKind,
      ...body,
      link_url: null,
      created_at: createdAt,
      edited_at: editedAt,
    })
    .execute();
}

export async function updatePost(
  trx: Executor,
  id: RowId,
  { body, linkUrl, now }: { body: StoredRichText; linkUrl: string | null; now: number },
): Promise<void> {
  await trx
    .updateTable('post')
    .set({ ...body, link_url: linkUrl, edited_at: now })
    .where('id', '=', id)
    .execute();
}

export async function setLink(trx: Executor, id: RowId, linkUrl: string): Promise<void> {
  await trx.updateTable('post').set({ link_url: linkUrl }).where('id', '=', id).execute();
}

export async function forgetLinks(trx: Executor, ids: readonly RowId[]): Promise<void> {
  await trx.updateTable('post').set({ link_url: null }).where('id', 'in', ids).execute();
}

/** @param pinnedAt - 0 to let go of it. */
export async function setPinnedAt(trx: Executor, id: RowId, pinnedAt: number): Promise<void> {
  await trx.updateTable('post').set({ pinned_at: pinnedAt }).where('id', '=', id).execute();
}

function posts(db: Executor) {
  return db.selectFrom('post').innerJoin('subject', 'subject.id', 'post.id');
}

function toPost(row: PostRow): Post {
  return {
    kind: 'Post',
    id: row.id,
    rowId: row.id,
    wallId: row.wallId,
    authorId: row.authorId,
    postKind: row.postKind,
    body: { source: row.source, text: row.text, tree: row.tree },
    linkUrl: row.linkUrl,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    deletedAt: row.deletedAt,
    deletedBy: row.deletedBy,
    pinnedAt: row.pinnedAt || null,
    lockedAt: row.lockedAt,
    reactionCount: row.reactionCount,
    reactionGroups: row.reactionGroups,
    commentCount: row.commentCount,
  };
}

/** Gives the posts of one person to another. */
export async function movePosts(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const posts = trx.updateTable('post').set({ author_id: intoId }).where('author_id', '=', fromId);
  return Number((await posts.executeTakeFirst()).numUpdatedRows);
}

export async function moveToWall(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  await trx.updateTable('post').set({ wall_id: intoId }).where('wall_id', '=', fromId).execute();
}
