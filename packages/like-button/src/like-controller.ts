import { ClientController, isSubjectId, pageKey, QueryController, type ParvisError } from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import { REACTABLE_PAGES, REACTABLES, type ReactableFields } from './like-operations.js';

/** Reads what people think of one subject. */
export class LikeController {
  readonly client: ClientController;
  readonly #query: QueryController<readonly unknown[], string>;
  readonly #subject: () => string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, subject: () => string | undefined) {
    this.#subject = subject;
    this.client = new ClientController(host);
    this.#query = new QueryController(host, {
      args: () => [this.client.current, this.key],
      load: () => this.#load(this.key),
    });
  }

  /** What is known of the subject. */
  get reactable(): ReactableFields | undefined {
    return this.client.get<ReactableFields>(this.#query.value);
  }

  /** Why nothing is known of the subject. */
  get error(): ParvisError | undefined {
    return this.#query.error;
  }

  /** The key of a page, or the id of a post or comment. */
  get key(): string {
    const subject = this.#subject();
    return subject && isSubjectId(subject) ? subject : pageKey(subject);
  }

  reload(): void {
    this.#query.reload();
  }

  #load(key: string): string | Promise<string> {
    const client = this.client.current;
    if (!isSubjectId(key)) return client.load(REACTABLE_PAGES, key).then(({ id }) => id);
    // A wall or a thread has read its posts or comments with their reactions already.
    if (client.cache.get<ReactableFields>(key)?.reactionGroups) return key;
    return client.load(REACTABLES, key).then(() => key);
  }
}
