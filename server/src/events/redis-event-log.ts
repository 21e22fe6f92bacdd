import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../platform/log.ts';
import { connectRedis, pauseBefore } from '../platform/redis/redis-connection.ts';
import { compareCursors, isCursor } from './cursor.ts';
import type { LoggedEvent, ParvisEvent } from './event.ts';
import type { EventLog, LogFollower } from './event-log.ts';
import { EventRing, ringCapacity } from './event-ring.ts';
import { type Bounds, RedisEventStream, type StreamEntry } from './redis-event-stream.ts';

/** How long to wait for news before looking whether all is as it was, in milliseconds. */
const block = 2_000;
const nowhere = '0-0';

/**
 * The log of several processes: a stream in Redis. Each process reads all that comes, and keeps the latest in memory for
 * those who come back. Where Redis may have lost events, since it was started anew or emptied, followers are told.
 */
export class RedisEventLog implements EventLog {
  readonly #commands: Redis;
  readonly #tail: Redis;
  readonly #stream: RedisEventStream;
  readonly #tailed: RedisEventStream;
  readonly #logger: Logger;
  readonly #capacity: number;
  readonly #followers = new Set<LogFollower>();
  #ring: EventRing;
  /** The ids of the latest events: one that was put in twice, since nobody knew whether it got there, is told once. */
  readonly #known: LRUCache<string, true>;
  #position = nowhere;
  /** How many events came before, since the stream began. */
  #count = 0;
  #connected = false;
  #reading: Promise<void> | null = null;
  readonly #closing = new AbortController();

  /** @param options.capacity - How many events Redis keeps, at least, and how many each process. */
  constructor(url: string, logger: Logger, options: { capacity?: number } = {}) {
    this.#logger = logger;
    this.#capacity = options.capacity ?? ringCapacity;
    this.#ring = new EventRing(nowhere, this.#capacity);
    this.#known = new LRUCache({ max: this.#capacity });
    this.#commands = connectRedis(url, 'events', logger, { commandTimeout: 2_000 });
    this.#tail = connectRedis(url, 'news', logger, {
      enableOfflineQueue: false,
      // It is made again below, where it is known from where to go on.
      retryStrategy: () => null,
      socketTimeout: 3 * block,
    });
    this.#stream = new RedisEventStream(this.#commands, this.#capacity);
    this.#tailed = new RedisEventStream(this.#tail, this.#capacity);
  }

  get cursor(): string {
    return this.#position;
  }

  get connected(): boolean {
    return this.#connected;
  }

  async append(events: readonly ParvisEvent[]): Promise<void> {
    await this.#stream.add(events.map((event) => JSON.stringify(event)));
  }

  follow(follower: LogFollower): () => void {
    this.#followers.add(follower);
    this.#reading ??= this.#read();
    return () => this.#followers.delete(follower);
  }

  async since(cursor: string): Promise<readonly LoggedEvent[] | null> {
    if (!isCursor(cursor) || this.#position === nowhere) return null;
    if (compareCursors(cursor, this.#position) > 0) {
      // Another process may have told the reader what has not come here yet.
      const { latest } = await this.#stream.bounds();
      return compareCursors(cursor, latest) <= 0 ? [] : null;
    }
    return this.#ring.since(cursor) ?? this.#older(cursor);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#followers.clear();
    this.#tail.disconnect();
    await this.#reading;
    this.#commands.disconnect();
  }

  async #older(cursor: string): Promise<LoggedEvent[] | null> {
    const entries = await this.#stream.between(cursor, this.#position, this.#capacity + 1);
    // Asked afterwards: what is trimmed is trimmed from the oldest on.
    const { oldest } = await this.#stream.bounds();
    const whole = compareCursors(oldest, cursor) <= 0 && entries.length <= this.#capacity;
    return whole && entries.every(({ event }) => event !== null) ? entries.map(toLogged) : null;
  }

  async #read(): Promise<void> {
    for (let attempt = 1; !this.#closing.signal.aborted; attempt += 1) {
      try {
        await this.#tail.connect();
        this.#check(await this.#tailed.bounds());
        this.#connected = true;
        attempt = 0;
        while (!this.#closing.signal.aborted) await this.#readNext();
      } catch (error) {
        // What became of the connection is logged by itself.
        this.#logger.debug({ err: error }, 'the event log is read again from where it was left');
      }
      this.#connected = false;
      this.#tail.disconnect();
      await delay(pauseBefore(attempt), undefined, { signal: this.#closing.signal }).catch(() => undefined);
    }
  }

  async #readNext(): Promise<void> {
    const entries = await this.#tailed.after(this.#position, block);
    if (entries === null) this.#check(await this.#tailed.bounds());
    else for (const entry of entries) this.#take(entry);
  }

  /** Whether what is there goes on from where this process has read. */
  #check({ oldest, latest, count }: Bounds): void {
    const goesOn = compareCursors(oldest, this.#position) <= 0 && compareCursors(this.#position, latest) <= 0;
    if (!goesOn) this.#beginAt(latest, count);
  }

  #take(entry: StreamEntry): void {
    // Those between may have been trimmed while this process was slow.
    if (entry.event === null || entry.number !== this.#count + 1) {
      this.#beginAt(entry.cursor, entry.number);
      return;
    }
    this.#position = entry.cursor;
    this.#count = entry.number;
    const logged = toLogged(entry);
    if (this.#isKnown(logged.event.id)) return;
    this.#ring.push(logged);
    for (const follower of this.#followers) follower.event(logged);
  }

  #beginAt(cursor: string, count: number): void {
    this.#position = cursor;
    this.#count = count;
    this.#ring = new EventRing(cursor, this.#capacity);
    for (const follower of this.#followers) follower.gap(cursor);
  }

  #isKnown(id: string): boolean {
    if (this.#known.has(id)) return true;
    this.#known.set(id, true);
    return false;
  }
}

function toLogged({ cursor, event }: StreamEntry): LoggedEvent {
  return { cursor, event: event! };
}
