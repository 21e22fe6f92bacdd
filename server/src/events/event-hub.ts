import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import { compareCursors, isCursor } from './cursor.ts';
import type { LoggedEvent } from './event.ts';
import type { EventLog, LogFollower } from './event-log.ts';
import type { EventRendering, Rendered } from './event-rendering.ts';
import { type Authorization, EventStream, type StreamKeeper } from './event-stream.ts';
import { apart } from './personal-event.ts';
import { Reauthorization } from './reauthorization.ts';
import { replay } from './replay.ts';
import { StreamFigures } from './stream-figures.ts';
import { StreamSweep } from './stream-sweep.ts';
import { TopicIndex } from './topic-index.ts';

/** Read and written together. */
const batchSize = 64;
/** Past that many that wait to be told, everybody reads again. */
const mostWaiting = 10_000;
/** How long a batch waits for readers who are behind, in milliseconds. */
const timeSlice = 50;

interface Waiting {
  cursor: string;
  /** Null for a gap. */
  event: LoggedEvent | null;
  at: number;
}

/** Tells the streams of this process what comes into the log, each in the order of the log. */
export class EventHub implements LogFollower, StreamKeeper {
  readonly figures = new StreamFigures();
  behind = 0;
  readonly log: EventLog;
  readonly #streams = new Set<EventStream>();
  readonly #topics = new TopicIndex();
  readonly #renderings = new Map<string, { rendering: EventRendering; streams: number }>();
  readonly #reauthorization: Reauthorization;
  readonly #sweep: StreamSweep;
  #unfollow: (() => void) | null = null;
  readonly #logger: Logger;
  #waiting: Waiting[] = [];
  #isPublishing = false;
  /** The place of the latest event that is being told, and of the latest that was. */
  #taken: string;
  #lastCursor: string;
  #opened = 0;
  #draining = false;

  constructor(parts: { log: EventLog; clock: Clock; logger: Logger }) {
    this.log = parts.log;
    this.#logger = parts.logger;
    this.#taken = this.#lastCursor = parts.log.cursor;
    this.#reauthorization = new Reauthorization(this.#topics, parts.clock, parts.logger);
    this.#sweep = new StreamSweep({
      streams: this.#streams,
      reauthorization: this.#reauthorization,
      clock: parts.clock,
      forget: () => {
        for (const { rendering } of this.#renderings.values()) rendering.forget();
      },
    });
  }

  start(): void {
    this.#taken = this.#lastCursor = this.log.cursor;
    this.#unfollow ??= this.log.follow(this);
  }

  /** How many different ways of telling there are now. */
  get renderings(): number {
    return this.#renderings.size;
  }

  /** How many topics are followed. */
  get topics(): number {
    return this.#topics.size;
  }

  /** Changes whenever somebody's rights do. */
  get rightsVersion(): number {
    return this.#reauthorization.version;
  }

  rendering(key: string): EventRendering | undefined {
    return this.#renderings.get(key)?.rendering;
  }

  /** @param rights - The version of rights when the admission was asked for. */
  open(parts: {
    rendering: EventRendering;
    authorization: Authorization;
    after: string | null;
    rights: number;
    authorize: () => Promise<Authorization>;
    onClosed?: () => void;
  }): EventStream {
    return new EventStream(this, { ...parts, number: this.#opened++ });
  }

  join(stream: EventStream): void {
    const shared = this.#renderings.get(stream.rendering.key);
    if (shared) {
      stream.rendering = shared.rendering;
      shared.streams += 1;
    } else {
      this.#renderings.set(stream.rendering.key, { rendering: stream.rendering, streams: 1 });
    }
    this.#streams.add(stream);
    this.#topics.add(stream);
    this.figures.open += 1;
    if (this.#draining) return stream.finish();
    const { after } = stream;
    // Another node, from which the reader comes, may have been ahead of this one.
    stream.from = after !== null && isCursor(after) ? later(after, this.#taken) : this.#taken;
    const authorized = this.#reauthorization.add(stream);
    this.#sweep.start();
    const joined = this.#taken;
    const replayed = authorized
      ? authorized.then(() => replay(stream, this.log, joined))
      : replay(stream, this.log, joined);
    replayed.catch((error: unknown) => {
      this.#logger.error({ err: error }, 'a stream could not begin');
      stream.finish();
    });
  }

  disconnect(stream: EventStream): void {
    this.#streams.delete(stream);
    this.#topics.remove(stream);
    this.#reauthorization.remove(stream);
    const shared = this.#renderings.get(stream.rendering.key)!;
    shared.streams -= 1;
    if (shared.streams === 0) this.#renderings.delete(stream.rendering.key);
    if (this.#streams.size === 0) this.#sweep.stop();
    this.figures.open -= 1;
  }

  lastCursor(stream: EventStream): string {
    return stream.from === null ? this.#lastCursor : later(stream.from, this.#lastCursor);
  }

  event(logged: LoggedEvent): void {
    const { type, subject, topics, audiences = [] } = logged.event;
    if (type === 'RightsChanged') this.#reauthorization.rightsChanged(subject);
    else if (type === 'AudienceChanged') this.#reauthorization.audienceChanged(audiences, this.#streams);
    else if (type === 'ReadersChanged') this.#reauthorization.readersChanged(topics);
    else this.#wait({ cursor: logged.cursor, event: logged, at: performance.now() });
  }

  gap(cursor: string): void {
    this.#wait({ cursor, event: null, at: performance.now() });
  }

  /** Ends all streams, so that their readers go elsewhere, and each that comes from now on. */
  drain(): void {
    this.#draining = true;
    for (const stream of [...this.#streams]) stream.finish();
  }

  close(): void {
    this.drain();
    this.#unfollow?.();
    this.#sweep.stop();
  }

  #wait(waiting: Waiting): void {
    if (this.#waiting.length >= mostWaiting) this.#waiting = [{ ...waiting, event: null }];
    else this.#waiting.push(waiting);
    if (!this.#isPublishing) void this.#publishAll();
  }

  async #publishAll(): Promise<void> {
    this.#isPublishing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
        .splice(0, batchSize)
        .map(({ event, ...rest }) => ({ ...rest, events: this.#apart(event) }));
      // In the same moment it is settled who is told: who comes later reads up to here in the log.
      this.#taken = batch.at(-1)!.cursor;
      const frames = await this.#render(batch.flatMap(({ events }) => events ?? []));
      for (const waiting of batch) {
        this.#lastCursor = waiting.cursor;
        if (waiting.events) for (const event of waiting.events) this.#publish(event, waiting.at, frames);
        else for (const stream of [...this.#streams]) stream.lose();
      }
      if (this.#waiting.length > 0) await this.#breathe();
    }
    this.#isPublishing = false;
  }

  #apart(event: LoggedEvent | null): LoggedEvent[] | null {
    return event && apart(event, (topic) => this.#topics.isFollowed(topic));
  }

  /** Lets sockets that are full take what they have: nobody who reads should lose events because many come at once. */
  async #breathe(): Promise<void> {
    const end = performance.now() + timeSlice;
    await setImmediate();
    while (this.behind > 0 && performance.now() < end) await setTimeout(1);
  }

  async #render(events: readonly LoggedEvent[]): Promise<Map<EventRendering, Map<LoggedEvent, Rendered>>> {
    const followed = new Map<EventRendering, LoggedEvent[]>();
    for (const logged of events) {
      for (const rendering of this.#topics.renderings(logged.event.topics)) {
        const known = followed.get(rendering);
        if (known) known.push(logged);
        else followed.set(rendering, [logged]);
      }
    }
    const rendered = await Promise.all(
      [...followed].map(async ([rendering, chosen]) => {
        const frames = await rendering.render(chosen);
        return [rendering, new Map(chosen.map((logged, index) => [logged, frames[index]!]))] as const;
      }),
    );
    return new Map(rendered);
  }

  #publish(logged: LoggedEvent, at: number, frames: Map<EventRendering, Map<LoggedEvent, Rendered>>): void {
    let delivered = false;
    for (const [rendering, byEvent] of frames) {
      const frame = byEvent.get(logged);
      if (frame === undefined || frame === null) continue;
      for (const stream of this.#topics.followers(logged.event.topics, rendering)) {
        if (stream.from !== null && compareCursors(logged.cursor, stream.from) <= 0) continue;
        stream.from = null;
        if (stream.tell(logged.event, frame)) delivered = true;
      }
    }
    if (delivered) this.figures.addLag(performance.now() - at);
  }
}

function later(cursor: string, other: string): string {
  return compareCursors(cursor, other) > 0 ? cursor : other;
}
