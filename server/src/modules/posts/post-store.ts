import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../database/keyset.ts';
import { readBy } from '../../database/read-by.ts';
import type { PageRequest } from '../../platform/connection.ts';
import type { Readable, ViewerAudiences } from '../../platform/readable.ts';
import type { Audience } from '../../platform/audience.ts';
import type { StoredRichText } from '../subjects/index.ts';
import type { ReadersChange } from '../walls/index.ts';
import type { Post } from './post.ts';
import type { RowId } from '../../platform/ids.ts';

const columns = [
  'post.id as id',
  'post.wall_id as wallId',
  'post.channel_id as channelId',
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
  'subject.audience as audience',
  'subject.own_audience as ownAudience',
  'subject.writers as writers',
] as const;

type PostRow = Omit<Post, 'kind' | 'rowId' | 'body' | 'pinnedAt'> & StoredRichText & { pinnedAt: number };

/** Pinned posts first, the last pinned before the others, then the latest first. */
const wallOrder: Keyset = { columns: ['post.pinned_at', 'post.created_at', 'post.id'], direction: 'desc' };

export function wallOrderKey({ pinnedAt, createdAt, id }: Post): [number, number, string] {
  return [pinnedAt ?? 0, createdAt, id];
}

/** A wall, or one of its channels. */
export interface PostPlace {
  readonly wallId: RowId;
  readonly channelId: RowId | null;
}

/** Posts by id, deleted ones too. */
export async function findPosts(db: Executor, ids: readonly RowId[]): Promise<Post[]> {
  return (await posts(db).select(columns).where('post.id', 'in', ids).execute()).map(toPost);
}

/** One page of a wall, as far as who asks may read the posts: some have fewer readers than their wall. */
export async function findOnWall(
  db: Executor,
  place: PostPlace,
  { audiences, page }: { audiences: ViewerAudiences; page: PageRequest },
): Promise<Readable<Post>[]> {
  const rows = await shownAt(db, place, audiences)
    .select(columns)
    .where(inPage(wallOrder, page))
    .orderBy(inOrder(wallOrder, page))
    .limit(page.limit)
    .execute();
  return rows.map(toPost) as Readable<Post>[];
}

export async function countOnWall(db: Executor, place: PostPlace, audiences: ViewerAudiences): Promise<number> {
  const counted = shownAt(db, place, audiences).select((eb) => eb.fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

function shownAt(db: Executor, { wallId, channelId }: PostPlace, audiences: ViewerAudiences) {
  const shown = posts(db)
    .where('post.wall_id', '=', wallId)
    .where('subject.deleted_at', 'is', null)
    .where(readBy(db, 'subject', audiences));
  return channelId === null ? shown : shown.where('post.channel_id', '=', channelId);
}

/** The latest posts of somebody, without deleted ones, as far as who asks may read them. */
export async function findLatestBy(
  db: Executor,
  authorId: RowId,
  { audiences, limit }: { audiences: ViewerAudiences; limit: number },
): Promise<Readable<Post>[]> {
  const rows = await posts(db)
    .select(columns)
    .where('post.author_id', '=', authorId)
    .where('subject.deleted_at', 'is', null)
    .where(readBy(db, 'subject', audiences))
    .orderBy('post.created_at', 'desc')
    .orderBy('post.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toPost) as Readable<Post>[];
}

export async function insertPost(trx: Executor, post: Post): Promise<void> {
  const { id, wallId, channelId, authorId, postKind, body, createdAt, editedAt } = post;
  await trx
    .insertInto('post')
    .values({
      id,
      wall_id: wallId,
      channel_id: channelId,
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

/** Lets the posts of a wall have other readers and writers. */
export async function changeReaders(trx: Executor, wallId: RowId, change: ReadersChange): Promise<void> {
  const { from, to, own, writers } = change;
  await trx
    .updateTable('subject')
    .set((eb) =>
      from === null
        ? { writers, audience: to, own_audience: own }
        : { writers, audience: eb.case().when('audience', '=', from).then(to).else(eb.ref('audience')).end() },
    )
    .where('id', 'in', idsOnWall(trx, wallId))
    .execute();
}

/** Takes the posts of a wall away from their readers. */
export async function putAwayPosts(trx: Executor, wallId: RowId): Promise<void> {
  await trx
    .updateTable('subject')
    .set({ audience: sql<Audience>`${'gone:'} || audience` })
    .where('id', 'in', idsOnWall(trx, wallId))
    .execute();
}

export async function bringBackPosts(trx: Executor, wallId: RowId): Promise<void> {
  await trx
    .updateTable('subject')
    .set({ audience: sql<Audience>`substr(audience, ${'gone:'.length + 1})` })
    .where('id', 'in', idsOnWall(trx, wallId))
    .where('audience', 'like', 'gone:%')
    .execute();
}

function idsOnWall(db: Executor, wallId: RowId) {
  return db.selectFrom('post').select('id').where('wall_id', '=', wallId);
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
    channelId: row.channelId,
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
    audience: row.audience,
    ownAudience: row.ownAudience,
    writers: row.writers,
  };
}

/** The posts on a wall, those that were deleted left out. */
export async function findIdsOnWall(db: Executor, wallId: RowId): Promise<RowId[]> {
  const rows = await posts(db)
    .select('post.id as id')
    .where('post.wall_id', '=', wallId)
    .where('subject.deleted_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many posts on a wall each person wrote since a moment. */
export async function countByAuthor(db: Executor, wallId: RowId, since: number): Promise<Map<RowId, number>> {
  const rows = await posts(db)
    .select(({ fn }) => ['post.author_id as authorId', fn.countAll<number>().as('count')])
    .where('post.wall_id', '=', wallId)
    .where('post.created_at', '>=', since)
    .where('subject.deleted_at', 'is', null)
    .groupBy('post.author_id')
    .execute();
  return new Map(rows.map(({ authorId, count }) => [authorId, count]));
}

/** Gives the posts of one person to another. */
export async function movePosts(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const posts = trx.updateTable('post').set({ author_id: intoId }).where('author_id', '=', fromId);
  return Number((await posts.executeTakeFirst()).numUpdatedRows);
}

export async function moveToWall(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  await trx.updateTable('post').set({ wall_id: intoId }).where('wall_id', '=', fromId).execute();
}
