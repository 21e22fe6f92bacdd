import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Connection, type ConnectionArgs, pageRequest, toConnection } from '../../platform/connection.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type RichTextComposer, webAddress } from '../rich-text/index.ts';
import {
  assertNone,
  globalIdOf,
  keepVersion,
  obstacleToDeleting,
  obstacleToReading,
  obstacleToRestoring,
  obstacleToUpdating,
  type PageDetails,
  purge,
  subjectRows,
  type SubjectService,
  toStored,
} from '../subjects/index.ts';
import { obstacleToPosting, type Wall, type WallService } from '../walls/index.ts';
import type { Post } from './post.ts';
import { obstacleToPinning } from './post-policy.ts';
import * as purgeStore from './post-purge-store.ts';
import * as store from './post-store.ts';

export interface PostDraft {
  wallKey: string;
  body: string;
  linkUrl?: string | null;
  page?: PageDetails | null;
}

/** What people may do with posts. */
export class PostService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #subjects: SubjectService;
  readonly #walls: WallService;
  readonly #composer: RichTextComposer;
  readonly #maxLength: number;
  readonly #editWindow: number;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    subjects: SubjectService;
    walls: WallService;
    composer: RichTextComposer;
    maxLength: number;
    /** In seconds. */
    editWindow: number;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#subjects = parts.subjects;
    this.#walls = parts.walls;
    this.#composer = parts.composer;
    this.#maxLength = parts.maxLength;
    this.#editWindow = parts.editWindow * 1000;
  }

  async create(viewer: Viewer, draft: PostDraft, idempotencyKey: string): Promise<Post> {
    assertSignedIn(viewer);
    const body = toStored(await this.#composer.compose(draft.body, this.#maxLength));
    const linkUrl = checkedLink(draft.linkUrl);
    const wall = await this.#walls.wall(viewer, draft.wallKey);
    if (!wall) throw new Refusal('NOT_FOUND', `There is no wall “${draft.wallKey.slice(0, 80)}”.`, ['wallKey']);
    assertNone(obstacleToPosting(viewer, wall));
    return this.#write(viewer, idempotencyKey, 'addPost', draft, async (trx) => {
      const wallId = await this.#walls.storedWall(trx, wall, { details: draft.page, viewer });
      const id = await subjectRows.insertSubject(trx, 'Post');
      await store.insertPost(trx, { id, wallId, authorId: viewer.id, body, linkUrl, now: this.#clock.now() });
      await this.#subjects.tell(trx, 'PostAdded', await this.#held(trx, id), viewer);
      return id;
    });
  }

  /** Edits the text and the link, which both stand for what they were. */
  async update(
    viewer: Viewer,
    { id, body: source, linkUrl: link }: { id: string; body: string; linkUrl?: string | null },
    idempotencyKey: string,
  ): Promise<Post> {
    assertSignedIn(viewer);
    const body = toStored(await this.#composer.compose(source, this.#maxLength));
    const linkUrl = checkedLink(link);
    return this.#write(viewer, idempotencyKey, 'updatePost', { id, source, linkUrl }, async (trx) => {
      const post = await this.#held(trx, id);
      const now = this.#clock.now();
      assertNone(obstacleToUpdating(viewer, post, now, this.#editWindow));
      if (post.body.source === source && post.linkUrl === linkUrl) return id;
      await keepVersion(trx, post);
      await store.updatePost(trx, id, { body, linkUrl, now });
      await this.#subjects.tell(trx, 'PostEdited', post, viewer);
      return id;
    });
  }

  async delete(viewer: Viewer, id: string, idempotencyKey: string): Promise<Post> {
    assertSignedIn(viewer);
    return this.#write(viewer, idempotencyKey, 'deletePost', { id }, async (trx) => {
      const post = await this.#held(trx, id);
      assertNone(obstacleToDeleting(viewer, post));
      await subjectRows.setDeleted(trx, id, { at: this.#clock.now(), by: viewer.id });
      await this.#subjects.tell(trx, 'PostDeleted', post, viewer);
      return id;
    });
  }

  /** Brings back a post that its author deleted less than a minute ago, with all that people made of it. */
  async restore(viewer: Viewer, id: string, idempotencyKey: string): Promise<Post> {
    assertSignedIn(viewer);
    return this.#write(viewer, idempotencyKey, 'restorePost', { id }, async (trx) => {
      const post = await this.#held(trx, id);
      assertNone(obstacleToRestoring(viewer, post, this.#clock.now()), 'This post is not deleted.');
      await subjectRows.setDeleted(trx, id, null);
      await this.#subjects.tell(trx, 'PostRestored', post, viewer);
      return id;
    });
  }

  async setPinned(
    viewer: Viewer,
    { id, pinned }: { id: string; pinned: boolean },
    idempotencyKey: string,
  ): Promise<Post> {
    assertSignedIn(viewer);
    return this.#write(viewer, idempotencyKey, 'setPinned', { id, pinned }, async (trx) => {
      const post = await this.#held(trx, id);
      assertNone(obstacleToPinning(viewer, post));
      if ((post.pinnedAt !== null) !== pinned) {
        await store.setPinnedAt(trx, id, pinned ? this.#clock.now() : 0);
        await this.#subjects.tell(trx, 'PostPinned', post, viewer);
      }
      return id;
    });
  }

  /** Null for a post that is not there, or deleted for good. */
  async visible(viewer: Viewer, id: string): Promise<Post | null> {
    assertNone(obstacleToReading(viewer));
    const [post] = await store.findPosts(this.#database.db, [id]);
    return post && (post.deletedAt === null || this.canRestore(viewer, post)) ? post : null;
  }

  /** Pinned posts first, then the latest first. */
  async onWall(viewer: Viewer, { rowId }: Wall, args: ConnectionArgs): Promise<Connection<Post>> {
    assertNone(obstacleToReading(viewer));
    const page = pageRequest(args, ['number', 'number', 'string']);
    if (rowId === null) return toConnection([], page, store.wallOrderKey, 0);
    const posts = await store.findOnWall(this.#database.db, rowId, page);
    return toConnection(posts, page, store.wallOrderKey, () => store.countOnWall(this.#database.db, rowId));
  }

  async latestBy(viewer: Viewer, authorId: string, limit: number): Promise<Post[]> {
    assertNone(obstacleToReading(viewer));
    return store.findLatestBy(this.#database.db, authorId, limit);
  }

  /** Forgets what was deleted before a moment. @returns How many texts. */
  purge(before: number): Promise<number> {
    return purge(this.#database, purgeStore, before);
  }

  canUpdate(viewer: Viewer, post: Post): boolean {
    return obstacleToUpdating(viewer, post, this.#clock.now(), this.#editWindow) === null;
  }

  canRestore(viewer: Viewer, post: Post): boolean {
    return obstacleToRestoring(viewer, post, this.#clock.now()) === null;
  }

  /** Gives what one person posted to another, who they turned out to be. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: string; intoId: string }) {
    return { posts: await store.movePosts(trx, fromId, intoId) };
  }

  /** The post as it is now, kept from other writers until the transaction ends. */
  async #held(trx: Executor, id: string): Promise<Post> {
    return (await this.#subjects.hold(trx, globalIdOf({ kind: 'Post', id }))) as Post;
  }

  async #write(
    viewer: SignedInViewer,
    key: string,
    operation: string,
    input: unknown,
    write: (trx: Executor) => Promise<string>,
  ): Promise<Post> {
    const id = await this.#idempotency.run(viewer, { key, operation, input }, write);
    return (await store.findPosts(this.#database.db, [id]))[0]!;
  }
}

function assertSignedIn(viewer: Viewer): asserts viewer is SignedInViewer {
  if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
}

function checkedLink(linkUrl: string | null | undefined): string | null {
  if (!linkUrl?.trim()) return null;
  const address = linkUrl.length <= 2000 ? webAddress(linkUrl.trim()) : null;
  if (address === null) throw new Refusal('INVALID', 'A link is an http or https address.', ['linkUrl']);
  return address;
}
