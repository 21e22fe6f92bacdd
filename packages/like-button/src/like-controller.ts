import {
  ClientController,
  isSubjectId,
  pageDetails,
  pageKey,
  ParvisError,
  QueryController,
  type OptimisticLayer,
} from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { REACTABLE_PAGES, REACTABLES, SET_REACTION, type ReactableFields } from './like-operations.js';
import { withReaction, type ReactionContent } from './reaction.js';

/** Reads and writes the viewer's reaction to one subject. */
export class LikeController implements ReactiveController {
  /** Why the last reaction was not taken. */
  refusal: ParvisError | undefined;

  readonly client: ClientController;
  readonly #host: ReactiveControllerHost;
  readonly #query: QueryController<readonly unknown[], string>;
  readonly #subject: () => string | undefined;
  #layer: OptimisticLayer | undefined;
  #wanted: ReactionContent | null | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, subject: () => string | undefined) {
    this.#host = host;
    this.#subject = subject;
    this.client = new ClientController(host);
    this.#query = new QueryController(host, {
      args: () => [this.client.current, this.#key],
      load: () => this.#load(this.#key),
    });
    host.addController(this);
  }

  /** What is known of the subject. */
  get reactable(): ReactableFields | undefined {
    return this.client.get<ReactableFields>(this.#query.value);
  }

  /** Why nothing is known of the subject. */
  get error(): ParvisError | undefined {
    return this.#query.error;
  }

  reload(): void {
    this.#query.reload();
  }

  hostDisconnected(): void {
    this.refusal = undefined;
  }

  /**
   * Makes `content` the viewer's reaction, at once on screen, then on the server. Clicks that come while one is on its
   * way are summed up in one more write. Resolves to the subject as the server has it, or to nothing if it refused.
   */
  async set(content: ReactionContent | null): Promise<ReactableFields | undefined> {
    const { reactable } = this;
    if (!reactable) return undefined;
    const busy = this.#wanted !== undefined;
    this.refusal = undefined;
    this.#wanted = content;
    this.#layer?.drop();
    const { cache } = this.client.current;
    this.#layer = cache.patch(reactable.id, withReaction(cache.get<ReactableFields>(reactable.id)!, content));
    if (busy) return undefined;
    try {
      return await this.#write(reactable.id);
    } catch (reason) {
      this.refusal = ParvisError.from(reason);
      return undefined;
    } finally {
      this.#wanted = undefined;
      this.#layer?.drop();
      this.#layer = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Says why the viewer may not react: mostly, because nobody has signed in. */
  async explain(): Promise<void> {
    this.refusal = await this.client.current.session().then(
      ({ viewer, settings }) =>
        viewer
          ? new ParvisError('FORBIDDEN')
          : new ParvisError('UNAUTHENTICATED', undefined, { signInUrl: settings.signInUrl ?? undefined }),
      ParvisError.from,
    );
    this.#host.requestUpdate();
  }

  async #write(subjectId: string): Promise<ReactableFields> {
    for (;;) {
      const content = this.#wanted!;
      const { subject } = await this.client.current.mutate(SET_REACTION, { subjectId, content, page: pageDetails(this.#key) });
      if (content === this.#wanted) return subject!;
    }
  }

  get #key(): string {
    const subject = this.#subject();
    return subject && isSubjectId(subject) ? subject : pageKey(subject);
  }

  #load(key: string): string | Promise<string> {
    const client = this.client.current;
    if (!isSubjectId(key)) return client.load(REACTABLE_PAGES, key).then(({ id }) => id);
    // A wall or a thread has read its posts or comments with their reactions already.
    if (client.cache.get<ReactableFields>(key)?.reactionGroups) return key;
    return client.load(REACTABLES, key).then(() => key);
  }
}
