import { ConnectionController, type ClientController, type Connection, type PageArgs } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { repliesOf } from './reply-pages.js';
import type { Comment } from './comment-operations.js';

const PAGE_SIZE = 20;

/** Keeps the replies to one comment: the first came with the comment, the others come when asked for. */
export class RepliesController implements ReactiveController {
  readonly list: ConnectionController;
  readonly #client: ClientController;
  readonly #commentId: () => string;
  #started: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, client: ClientController, commentId: () => string) {
    this.#client = client;
    this.#commentId = commentId;
    this.list = new ConnectionController(host, {
      client,
      name: () => `comments:${commentId()}`,
      pageSize: () => PAGE_SIZE,
      load: (page) => this.read(page),
      insertAt: () => 'end',
    });
    host.addController(this);
  }

  hostUpdate(): void {
    const id = this.#commentId();
    if (!id || this.#started === id) return;
    this.#started = id;
    const { cache } = this.#client.current;
    const hasNextPage = !!cache.get<Comment>(id)?.commentCount;
    this.list.reset(repliesOf(cache, id) ?? { nodes: [], pageInfo: { hasNextPage } });
  }

  /** How many replies are not on screen yet. */
  remaining({ commentCount }: Comment): number {
    const { ids, hasNext } = this.list;
    return hasNext ? Math.max(1, commentCount - ids.length) : 0;
  }

  /** Reads a page of them. @throws {ParvisError} */
  async read(page: PageArgs, startingAt?: string): Promise<Connection> {
    const { readReplies } = await import('./read-replies.js');
    return readReplies(this.#client.current, this.#commentId(), page, startingAt);
  }
}
