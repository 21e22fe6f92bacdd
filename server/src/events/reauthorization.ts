import type { Audience } from '../platform/audience.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Authorization, EventStream } from './event-stream.ts';
import type { TopicIndex } from './topic-index.ts';

/** Asks again, while a stream lives, who its reader is and what they may follow. */
export class Reauthorization {
  readonly #topics: TopicIndex;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #people = new Map<string, Set<EventStream>>();
  /** Those that are being asked about, and whether to ask once more. */
  readonly #asking = new Map<EventStream, { again: boolean }>();
  #version = 0;

  constructor(topics: TopicIndex, clock: Clock, logger: Logger) {
    this.#topics = topics;
    this.#clock = clock;
    this.#logger = logger;
  }

  get version(): number {
    return this.#version;
  }

  /** Resolves once it is known what the reader may follow; null where that is known already. */
  add(stream: EventStream): Promise<void> | null {
    stream.authorizedAt = this.#clock.now();
    this.#enter(stream);
    // Somebody's rights have changed since this reader was let in.
    return stream.rights === this.#version ? null : this.#askStrictly(stream);
  }

  remove(stream: EventStream): void {
    const { person } = stream.authorization;
    if (person === null) return;
    const streams = this.#people.get(person);
    streams?.delete(stream);
    if (streams?.size === 0) this.#people.delete(person);
  }

  rightsChanged(person: string): void {
    this.#version += 1;
    for (const stream of this.#people.get(person) ?? []) void this.#askStrictly(stream);
  }

  /** The reader may not be any more in all the audiences that they were in for a time. */
  rightsEnded(stream: EventStream): void {
    void this.#askStrictly(stream);
  }

  /** Some of those who were in one of these audiences may not be any more. */
  audienceChanged(audiences: readonly Audience[], streams: Iterable<EventStream>): void {
    this.#version += 1;
    for (const stream of streams)
      if (audiences.some((audience) => stream.authorization.audiences.has(audience))) void this.#askStrictly(stream);
  }

  /** Some may not read these topics any more. */
  readersChanged(topics: readonly string[]): void {
    this.#version += 1;
    for (const stream of this.#topics.streams(topics)) void this.#askStrictly(stream);
  }

  /** As a matter of routine: where nobody can tell now, it is asked again later. */
  review(stream: EventStream): void {
    stream.authorizedAt = this.#clock.now();
    void this.#ask(stream, false);
  }

  #enter(stream: EventStream): void {
    const { person } = stream.authorization;
    if (person === null) return;
    const streams = this.#people.get(person);
    if (streams) streams.add(stream);
    else this.#people.set(person, new Set([stream]));
  }

  /** Tells nothing until it is known what the reader may read. */
  #askStrictly(stream: EventStream): Promise<void> {
    stream.withhold();
    return this.#ask(stream, true);
  }

  /** @param strict - Whether the stream ends where nobody can tell now. */
  async #ask(stream: EventStream, strict: boolean): Promise<void> {
    const asking = this.#asking.get(stream);
    if (asking) {
      asking.again ||= strict;
      return;
    }
    const asked = { again: true };
    this.#asking.set(stream, asked);
    try {
      while (asked.again && !stream.isClosed) {
        asked.again = false;
        this.#apply(stream, await stream.authorize());
      }
    } catch (error) {
      if (error instanceof Refusal) stream.finish(stream.rendering.refused(error));
      else {
        this.#logger.error({ err: error }, 'the rights of a reader could not be read');
        if (strict || asked.again) stream.finish();
      }
    } finally {
      this.#asking.delete(stream);
      if (!stream.isClosed) stream.readmit();
    }
  }

  #apply(stream: EventStream, authorization: Authorization): void {
    if (stream.isClosed) return;
    const former = stream.authorization;
    if (authorization.person !== former.person) {
      stream.finish(stream.rendering.refused(new Refusal('UNAUTHENTICATED', 'Your sign-in has ended.')));
      return;
    }
    const same = isSame(former.topics, authorization.topics) && isSame(former.taken, authorization.taken);
    this.remove(stream);
    if (!same) this.#topics.remove(stream);
    stream.authorization = same ? { ...authorization, topics: former.topics, taken: former.taken } : authorization;
    if (!same) this.#topics.add(stream);
    this.#enter(stream);
    if (!same) stream.announce();
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((topic, index) => topic === others[index]);
}
