import { ClientController, FollowController, pageKey, QueryController, type ParvisError } from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import { REACTABLES, type ReactableFields } from './like-operations.js';

/** Reads what people think of one subject. */
export class LikeController {
  readonly client: ClientController;
  readonly query: QueryController<readonly unknown[], string>;
  readonly #subject: () => string | undefined;
  /** This button has asked for itself. What a wall or a thread has read, they keep up to date. */
  #isOwn = false;

  constructor(host: ReactiveControllerHost & HTMLElement, subject: () => string | undefined) {
    this.#subject = subject;
    this.client = new ClientController(host);
    this.query = new QueryController(host, {
      args: () => [this.client.current, this.key],
      load: () => this.#load(this.key),
    });
    new FollowController(
      host,
      this.client,
      () => (this.#isOwn ? this.query.value : undefined),
      () => this.#ask(this.key),
      this.query,
    );
  }

  /** What is known of the subject. */
  get reactable(): ReactableFields | undefined {
    return this.client.get<ReactableFields>(this.query.value);
  }

  /** Why nothing is known of the subject. */
  get error(): ParvisError | undefined {
    return this.query.error;
  }

  /** The key of a page, or the id of a post or comment. */
  get key(): string {
    return pageKey(this.#subject());
  }

  reload(): void {
    this.query.reload();
  }

  #load(key: string): string | Promise<string> {
    // A wall or a thread has read its posts or comments with their reactions already.
    this.#isOwn = !this.client.current.cache.get<ReactableFields>(key)?.reactionGroups;
    return this.#isOwn ? this.#ask(key) : key;
  }

  async #ask(key: string): Promise<string> {
    return (await this.client.current.load(REACTABLES, key)).id;
  }
}
