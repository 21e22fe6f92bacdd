import {
  ClientController,
  ConnectionController,
  FollowController,
  type LocaleController,
  type PageArgs,
  ParvisError,
  QueryController,
  type ResultOf,
  type Session,
} from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import { comparePosts, type Post, type PostDraft } from './post/post.js';
import type { ActivityWallStrings } from './strings/en.js';
import { listOf } from './wall-list.js';
import { WALL } from './wall-operations.js';

type Wall = NonNullable<ResultOf<typeof WALL>['wall']>;

/** Reads a wall and writes to it. */
export class WallController {
  readonly client: ClientController;
  readonly #wall: QueryController<readonly unknown[], { wall: Wall; session: Session }>;
  readonly #posts: ConnectionController;
  readonly #key: () => string;
  readonly #channel: () => string | undefined;
  readonly #placed = new Map<string, { pinnedAt: string | null; isChanging: boolean }>();
  #offered: readonly string[] = [];

  /** @param channel - the id of the channel that is shown; none for the whole wall */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    key: () => string,
    pageSize: () => number,
    channel: () => string | undefined,
  ) {
    this.#key = key;
    this.#channel = channel;
    this.client = new ClientController(host);
    const read = ({ first = pageSize(), after }: PageArgs = {}) =>
      this.client.current.query(WALL, { key: key(), channel: channel() ?? null, first, after }).then(({ wall }) => {
        if (!wall) throw new ParvisError('NOT_FOUND');
        return wall;
      });
    this.#wall = new QueryController(host, {
      args: () => [this.client.current, key(), channel()],
      load: async (_args, signal) => {
        // Asked in one breath, they travel as one request.
        const [wall, session] = await Promise.all([read(), this.client.current.session()]);
        if (!signal.aborted) {
          this.#posts.reset(wall.posts);
          this.#offered = [];
        }
        return { wall, session };
      },
    });
    this.#posts = new ConnectionController(host, {
      client: this.client,
      name: () => this.#wall.value && listOf(this.#wall.value.wall.id, channel()),
      pageSize,
      load: async ({ after }) => (await read({ after })).posts,
      insertAt: () => 'start',
      offer: (id) => this.#offer(id),
    });
    new FollowController(
      host,
      this.client,
      () => this.#wall.value?.wall.id,
      async () => {
        const { rereadWall } = await import('./reread-wall.js');
        await rereadWall(this.client.current.cache, this.#posts, async (page) => (await read(page)).posts, pageSize());
      },
      this.#wall,
    );
  }

  /** The wall, and who looks at it, once they are known. */
  get value() {
    const { value } = this.#wall;
    // What the viewer may do there can change while it is shown: they come into a group.
    return value && { ...value, wall: this.client.get<Wall>(value.wall.id) ?? value.wall };
  }

  /** Why they are not. */
  get error(): ParvisError | undefined {
    return this.#wall.error;
  }

  /** Its posts in order, as many as have been read. */
  get postIds(): readonly string[] {
    return this.#posts.ids
      .map((id) => this.client.get<Post>(id)!)
      .filter(({ deletedAt, viewerCanRestore }) => !deletedAt || viewerCanRestore)
      .map((post) => ({ ...post, pinnedAt: this.#pinAsPlaced(post) }))
      .sort(comparePosts)
      .map(({ id }) => id);
  }

  /** What others have posted since the wall was read: the reader says when it is shown. */
  get newIds(): readonly string[] {
    return this.#offered.filter((id) => !this.client.get<Post>(id)!.deletedAt);
  }

  /** Shows what others have posted. */
  showNew(): void {
    for (const id of this.#offered) this.#posts.add(id);
    this.#offered = [];
  }

  get hasMore(): boolean {
    return this.#posts.hasNext;
  }

  get isLoadingMore(): boolean {
    return !!this.#posts.loading;
  }

  /** Why no more posts came. */
  get moreError(): ParvisError | undefined {
    return this.#posts.error;
  }

  /** Reads more posts. Resolves to their ids. */
  more(): Promise<readonly string[]> {
    return this.#posts.more();
  }

  #offer(id: string): void {
    if (!this.#posts.ids.length) return this.#posts.add(id);
    if (this.#offered.includes(id)) return;
    this.#offered = [...this.#offered, id];
    void import('./new-posts/parvis-new-posts.js');
    this.#posts.host.requestUpdate();
  }

  /** A post that others pin stays where it is read; one that the viewer pins moves. */
  #pinAsPlaced({ id, pinnedAt }: Post): string | null {
    const isChanging = this.client.current.cache.isPatched(id);
    const placed = this.#placed.get(id);
    if (placed && !placed.isChanging && !isChanging) return placed.pinnedAt;
    this.#placed.set(id, { pinnedAt, isChanging });
    return pinnedAt;
  }

  reload(): void {
    this.#wall.reload();
  }

  /**
   * Puts a post on the wall, at once on screen, then on the server. If that cannot be reached, it is kept and sent later.
   * @throws {ParvisError} when the server does not take it; it is gone from the screen then
   */
  async send(draft: PostDraft, locale: LocaleController<ActivityWallStrings>): Promise<void> {
    const { catchUp, sendPost } = await import('./post-actions/sending-post.js');
    await catchUp(this.#wall);
    const { wall, session } = this.value!;
    await sendPost({
      client: this.client.current,
      wallId: wall.id,
      wallKey: this.#key(),
      channelId: this.#channel(),
      author: session.viewer!.person,
      draft,
      list: this.#posts,
      locale,
    });
  }
}
