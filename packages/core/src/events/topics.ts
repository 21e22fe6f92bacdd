import { isAfter } from './cursor.js';
import type { StreamedEvent } from './streamed-event.js';

/** A topic, and the place in the log up to which all about it is known; null where it is followed from now on. */
export type TopicCursor = readonly [topic: string, after: string | null];

/** Topics that are followed, and up to where each is known. */
export class Topics {
  readonly #cursors = new Map<string, string | null>();
  #streamed: ReadonlySet<string> = new Set();

  get cursors(): TopicCursor[] {
    return [...this.#cursors];
  }

  has(topic: string): boolean {
    return this.#cursors.has(topic);
  }

  /** The place from which on all has to be told that is not known of some of them. */
  get oldest(): string | null {
    const cursors = [...this.#cursors.values()].filter((after) => after !== null);
    return cursors.length ? cursors.reduce((one, other) => (isAfter(one, other) ? other : one)) : null;
  }

  /** Follows a topic, or follows it from an earlier place. */
  add(topic: string, after: string | null): void {
    const known = this.#cursors.get(topic);
    if (!known || (after !== null && isAfter(known, after))) this.#cursors.set(topic, after ?? known ?? null);
  }

  /** Forgets all others. */
  keep(topics: ReadonlySet<string>): void {
    for (const topic of this.#cursors.keys()) if (!topics.has(topic)) this.#cursors.delete(topic);
  }

  /** Takes note of an event: all that is streamed is known up to there. */
  take({ __typename, cursor, topics }: StreamedEvent): void {
    if (cursor === null) return;
    if (__typename === 'Subscribed') this.#streamed = new Set(topics);
    for (const [topic, after] of this.#cursors) {
      const isKnown =
        __typename === 'Resync' || (this.#streamed.has(topic) && (after === null || isAfter(cursor, after)));
      // What `Subscribed` finds in the log may still have to be told.
      if (isKnown && (after === null || __typename !== 'Subscribed')) this.#cursors.set(topic, cursor);
    }
  }
}
