import { isAfter } from './cursor.js';
import type { StreamedEvent } from './streamed-event.js';

/** A topic, and the place in the log up to which all about it is known; null where it is followed from now on. */
export type TopicPlace = readonly [topic: string, after: string | null];

/** Topics that are followed, and up to where each is known. */
export class Topics {
  readonly #places = new Map<string, string | null>();
  #streamed: ReadonlySet<string> = new Set();

  get places(): TopicPlace[] {
    return [...this.#places];
  }

  has(topic: string): boolean {
    return this.#places.has(topic);
  }

  /** The place from which on all has to be told that is not known of some of them. */
  get oldest(): string | null {
    const places = [...this.#places.values()].filter((after) => after !== null);
    return places.length ? places.reduce((one, other) => (isAfter(one, other) ? other : one)) : null;
  }

  /** Follows a topic, or follows it from an earlier place. */
  add(topic: string, after: string | null): void {
    const known = this.#places.get(topic);
    if (!known || (after !== null && isAfter(known, after))) this.#places.set(topic, after ?? known ?? null);
  }

  /** Forgets all others. */
  keep(topics: ReadonlySet<string>): void {
    for (const topic of this.#places.keys()) if (!topics.has(topic)) this.#places.delete(topic);
  }

  /** Takes note of an event: all that is streamed is known up to there. */
  take({ __typename, cursor, topics }: StreamedEvent): void {
    if (cursor === null) return;
    if (__typename === 'Subscribed') this.#streamed = new Set(topics);
    for (const [topic, after] of this.#places) {
      const isKnown =
        __typename === 'Resync' || (this.#streamed.has(topic) && (after === null || isAfter(cursor, after)));
      // What `Subscribed` finds in the log may still have to be told.
      if (isKnown && (after === null || __typename !== 'Subscribed')) this.#places.set(topic, cursor);
    }
  }
}
