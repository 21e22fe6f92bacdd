import type { Viewer } from '../../platform/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Connection, type ConnectionArgs, pageRequest, toConnection } from '../../platform/connection.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import { audiencesOf, isModerator, type Readable } from '../../platform/readable.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CommentService } from '../comments/index.ts';
import type { RichTextComposer } from '../rich-text/index.ts';
import {
  assertNone,
  AuthoredWriter,
  denialOfReading,
  type PageDetails,
  type SubjectService,
} from '../subjects/index.ts';
import type { ReadersChange, Wall, WallMerge, WallService } from '../walls/index.ts';
import { parseLink, textPost } from './kinds/text-post.ts';
import { newPost, type Post } from './post.ts';
import { type ContentDraft, PostContents } from './post-content.ts';
import type { AnyPostKind, PostContent } from './post-kind.ts';
import { denialOfPinning } from './post-policy.ts';
import * as store from './post-store.ts';
import type { RowId } from '../../platform/ids.ts';

export interface PostDraft extends ContentDraft {
  wallKey: string;
  /** A channel of the wall. */
  channelId?: RowId | null;
  body: string;
  page?: PageDetails | null;
}

/** What people may do with posts. */
export class PostService {
  readonly contents: PostContents;
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #subjects: SubjectService;
  readonly #walls: WallService;
  readonly #comments: CommentService;
  readonly #authored: AuthoredWriter<Post>;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    subjects: SubjectService;
    walls: WallService;
    comments: CommentService;
    composer: RichTextComposer;
    maxLength: number;
    /** By name. */
    kinds: ReadonlyMap<string, AnyPostKind>;
  }) {
    const contents = new PostContents(parts.kinds);
    this.contents = contents;
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#subjects = parts.subjects;
    this.#walls = parts.walls;
    this.#comments = parts.comments;
    this.#authored = new AuthoredWriter<Post>({
      ...parts,
      kind: 'Post',
      find: store.findPosts,
      texts: { table: 'post', columns: ['id'], forget: (trx, ids) => contents.forget(trx, ids) },
    });
  }

  /**
   * How many posts and comments each person wrote on a wall since a moment. Asks no policy: for counts that nobody is shown.
   *
   * @param wallId - Null for a wall where nothing is posted yet.
   */
  async countByAuthor(executor: Executor, wallId: RowId | null, since: number): Promise<Map<RowId, number>> {
    if (wallId === null) return new Map();
    const counts = await store.countByAuthor(executor, wallId, since);
    const rootIds = await store.findIdsOnWall(executor, wallId);
    for (const [authorId, count] of await this.#comments.countByAuthor(executor, rootIds, since))
      counts.set(authorId, (counts.get(authorId) ?? 0) + count);
    return counts;
  }

  async create(viewer: Viewer, draft: PostDraft, idempotencyKey: string): Promise<Readable<Post>> {
    const body = await this.#authored.compose(viewer, draft.body);
    const wall = await this.#walls.wall(viewer, draft.wallKey);
    if (!wall) throw new Refusal('NOT_FOUND', `There is no wall “${draft.wallKey.slice(0, 80)}”.`, ['wallKey']);
    assertNone(await this.#walls.denialOfPosting(viewer, wall));
    return this.#authored.create(viewer, draft, idempotencyKey, async (trx, viewer, insertRow) => {
      // Not before: a request that is tried again later is answered as it was, even if its poll would have ended.
      const content = this.contents.parse(draft, this.#clock.now());
      const {
        rowId: wallId,
        audience,
        ownAudience,
        writers,
      } = await this.#walls.storedWall(trx, wall, {
        details: draft.page,
        viewer,
      });
      const channelId = draft.channelId ?? null;
      if (channelId !== null) await this.#walls.channels.assertOpen(trx, wallId, channelId);
      const readers = { audience, ownAudience, writers };
      const id = await insertRow(readers);
      const { kind } = content.kind;
      const written = { id, wallId, channelId, authorId: viewer.id, postKind: kind, body, now: this.#clock.now() };
      const post = newPost({ ...written, ...readers });
      await store.insertPost(trx, post);
      await content.kind.insert(trx, post, content.draft);
      return post;
    });
  }

  /** Edits the text and the link, which both stand for what they were. */
  async update(
    viewer: Viewer,
    { id, body: source, linkUrl: link }: { id: RowId; body: string; linkUrl?: string | null },
    idempotencyKey: string,
  ): Promise<Readable<Post>> {
    const body = await this.#authored.compose(viewer, source);
    const linkUrl = parseLink(link);
    const edit = {
      input: { id, source, linkUrl },
      isSame: (post: Post) => post.body.source === source && post.linkUrl === linkUrl,
      write: (trx: Executor, post: Post, now: number) => {
        if (linkUrl !== null && this.contents.kindOf(post) !== textPost)
          throw new Refusal('INVALID', 'Only a text has a link below it.', ['linkUrl']);
        return store.updatePost(trx, id, { body, linkUrl, now });
      },
    };
    return this.#authored.update(viewer, id, edit, idempotencyKey);
  }

  async delete(viewer: Viewer, id: RowId, idempotencyKey: string): Promise<Readable<Post>> {
    return this.#authored.delete(viewer, id, idempotencyKey);
  }

  async restore(viewer: Viewer, id: RowId, idempotencyKey: string): Promise<Readable<Post>> {
    return this.#authored.restore(viewer, id, idempotencyKey);
  }

  async setPinned(
    viewer: Viewer,
    { id, pinned }: { id: RowId; pinned: boolean },
    idempotencyKey: string,
  ): Promise<Readable<Post>> {
    return this.#authored.write(viewer, idempotencyKey, 'setPinned', { id, pinned }, async (trx, viewer) => {
      const post = await this.#authored.locked(trx, viewer, id);
      assertNone(denialOfPinning(viewer, post, await isModerator(viewer, post)));
      if ((post.pinnedAt !== null) !== pinned) {
        await store.setPinnedAt(trx, id, pinned ? this.#clock.now() : 0);
        await this.#subjects.publish(trx, 'PostPinned', post, viewer);
      }
      return id;
    });
  }

  /** Null for a post that is deleted for good. */
  visible(viewer: Viewer, post: Readable<Post> | null): Readable<Post> | null {
    assertNone(denialOfReading(viewer));
    return post && (post.deletedAt === null || this.#subjects.canRestore(viewer, post)) ? post : null;
  }

  /** Pinned posts first, then the latest first. */
  async onWall(
    viewer: Viewer,
    { rowId: wallId }: Readable<Wall>,
    { channelId = null, ...args }: ConnectionArgs & { channelId?: RowId | null },
  ): Promise<Connection<Readable<Post>>> {
    assertNone(denialOfReading(viewer));
    const page = pageRequest(args, ['number', 'number', 'string']);
    if (wallId === null) return toConnection<Readable<Post>>([], page, store.wallOrderKey, 0);
    const place = { wallId, channelId };
    const audiences = await audiencesOf(viewer);
    const posts = await store.findOnWall(this.#database.db, place, { audiences, page });
    return toConnection(posts, page, store.wallOrderKey, () => store.countOnWall(this.#database.db, place, audiences));
  }

  /** The contents of posts of one kind. Checks no policy: the viewer must be allowed to see the posts. */
  contentsOf(kind: AnyPostKind, posts: readonly Post[]): Promise<PostContent[]> {
    return this.contents.read(this.#database.db, kind, posts);
  }

  async latestBy(viewer: Viewer, authorId: RowId, limit: number): Promise<Readable<Post>[]> {
    assertNone(denialOfReading(viewer));
    return store.findLatestBy(this.#database.db, authorId, { audiences: await audiencesOf(viewer), limit });
  }

  /** Removes the texts of posts that were deleted before a moment. @returns The number of texts. */
  purge(before: number): Promise<number> {
    return this.#authored.purge(before);
  }

  /** Moves the posts of a wall to the wall that it becomes part of. */
  async wallMerged(trx: Executor, { fromId, intoId }: WallMerge): Promise<void> {
    await store.moveToWall(trx, fromId, intoId);
  }

  async readersChanged(trx: Executor, wallId: RowId, change: ReadersChange): Promise<void> {
    await store.changeReaders(trx, wallId, change);
  }

  async wallAway(trx: Executor, wallId: RowId, isAway: boolean): Promise<void> {
    await (isAway ? store.putAwayPosts(trx, wallId) : store.bringBackPosts(trx, wallId));
  }

  /** Makes one person the author of the posts of another, who is merged into them. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    return { posts: await store.movePosts(trx, fromId, intoId) };
  }
}
