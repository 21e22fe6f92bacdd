import {
  ClientController,
  ConnectionController,
  type LocaleController,
  ParvisError,
  QueryController,
  type ResultOf,
  type Session,
} from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import { comparePosts, type Post, type PostDraft } from './post/post.js';
import type { ActivityWallStrings } from './strings/en.js';
import { WALL } from './wall-operations.js';

type Wall = NonNullable<ResultOf<typeof WALL>['wall']>;

/** Reads a wall and writes to it. */
export class WallController {
  readonly client: ClientController;
  readonly #wall: QueryController<readonly unknown[], { wall: Wall; session: Session }>;
  readonly #posts: ConnectionController;
  readonly #key: () => string;

  constructor(host: ReactiveControllerHost & HTMLElement, key: () => string, pageSize: () => number) {
    this.#key = key;
    this.client = new ClientController(host);
    const read = (after?: string | null) =>
      this.client.current.query(WALL, { key: key(), first: pageSize(), after }).then(({ wall }) => {
        if (!wall) throw new ParvisError('NOT_FOUND');
        return wall;
      });
    this.#wall = new QueryController(host, {
      args: () => [this.client.current, key()],
      load: async (_args, signal) => {
        // Asked in one breath, they travel as one request.
        const [wall, session] = await Promise.all([read(), this.client.current.session()]);
        if (!signal.aborted) this.#posts.reset(wall.posts);
        return { wall, session };
      },
    });
    this.#posts = new ConnectionController(host, {
      client: this.client,
      name: () => this.#wall.value && `posts:${this.#wall.value.wall.id}`,
      pageSize,
      load: async ({ after }) => (await read(after)).posts,
      insertAt: () => 'start',
    });
  }

  /** The wall, and who looks at it, once they are known. */
  get value() {
    return this.#wall.value;
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
      .sort(comparePosts)
      .map(({ id }) => id);
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

  reload(): void {
    this.#wall.reload();
  }

  /**
   * Puts a post on the wall, at once on screen, then on the server. If that cannot be reached, it is kept and sent later.
   * @throws {ParvisError} when the server does not take it; it is gone from the screen then
   */
  async send(draft: PostDraft, locale: LocaleController<ActivityWallStrings>): Promise<void> {
    const { wall, session } = this.value!;
    const { sendPost } = await import('./post-actions/sending-post.js');
    await sendPost({
      client: this.client.current,
      wallId: wall.id,
      wallKey: this.#key(),
      author: session.viewer!.person,
      draft,
      list: this.#posts,
      locale,
    });
  }
}
