import type { EventRendering } from './event-rendering.ts';
import type { EventStream } from './event-stream.ts';
import type { GlobalId } from '../platform/ids.ts';

const noStreams: ReadonlySet<EventStream> = new Set();

/** The streams that follow each topic, by rendering. */
export class TopicIndex {
  readonly #topics = new Map<string, Map<EventRendering, Set<EventStream>>>();

  /** How many topics are followed. */
  get size(): number {
    return this.#topics.size;
  }

  isFollowed(topic: GlobalId): boolean {
    return this.#topics.has(topic);
  }

  add(stream: EventStream): void {
    for (const topic of stream.authorization.topics) {
      let renderings = this.#topics.get(topic);
      if (!renderings) this.#topics.set(topic, (renderings = new Map()));
      const streams = renderings.get(stream.rendering);
      if (streams) streams.add(stream);
      else renderings.set(stream.rendering, new Set([stream]));
    }
  }

  remove(stream: EventStream): void {
    for (const topic of stream.authorization.topics) {
      const renderings = this.#topics.get(topic);
      const streams = renderings?.get(stream.rendering);
      streams?.delete(stream);
      if (streams?.size === 0) renderings!.delete(stream.rendering);
      if (renderings?.size === 0) this.#topics.delete(topic);
    }
  }

  /** The renderings that some topics are followed with. */
  renderings(topics: readonly GlobalId[]): Set<EventRendering> {
    return new Set(topics.flatMap((topic) => [...(this.#topics.get(topic)?.keys() ?? [])]));
  }

  /** All streams that follow any of some topics. */
  streams(topics: readonly string[]): Set<EventStream> {
    const byRendering = topics.flatMap((topic) => [...(this.#topics.get(topic)?.values() ?? [])]);
    return new Set(byRendering.flatMap((streams) => [...streams]));
  }

  /** Each stream once, however many of the topics it follows. */
  followers(topics: readonly GlobalId[], rendering: EventRendering): ReadonlySet<EventStream> {
    let found = noStreams;
    for (const topic of topics) {
      const streams = this.#topics.get(topic)?.get(rendering) ?? noStreams;
      found =
        found.size === 0 || found === streams ? streams : streams.size === 0 ? found : new Set([...found, ...streams]);
    }
    return found;
  }
}
