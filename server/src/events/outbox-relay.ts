import type { DatabaseConnection } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { newId, type RowId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import { Coalescer } from './coalescer.ts';
import type { EventLog } from './event-log.ts';
import type { EventType, ParvisEvent } from './event.ts';
import * as store from './outbox-store.ts';

/** How often to look for orphaned events and to delete published ones, in milliseconds. */
const sweepInterval = 500;
/** After how long without a renewed claim an owner counts as dead, in milliseconds. */
const orphanedAfter = 10_000;
const renewInterval = 3_000;
const longestPause = 5_000;

/** Appends recorded events to the log: those of this process as soon as they are committed, and orphaned ones. */
export class OutboxRelay {
  /** This process. */
  readonly owner = newId();
  readonly #database: DatabaseConnection;
  readonly #log: EventLog;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #gathered: ReadonlySet<EventType>;
  readonly #coalescer = new Coalescer((event, ids) => this.#send(event, ids));
  #timer: NodeJS.Timeout | null = null;
  #waiting: { event: ParvisEvent; ids: readonly RowId[] }[] = [];
  #published: RowId[] = [];
  /** The ids of all that was pushed and still has a row. */
  readonly #underWay = new Set<string>();
  #sending: Promise<void> | null = null;
  #sweeping: Promise<void> | null = null;
  #renewedAt = 0;

  constructor(parts: {
    database: DatabaseConnection;
    log: EventLog;
    clock: Clock;
    logger: Logger;
    /** The types of which many of one subject in a short time are told as one. */
    gathered: ReadonlySet<EventType>;
  }) {
    this.#database = parts.database;
    this.#log = parts.log;
    this.#clock = parts.clock;
    this.#logger = parts.logger;
    this.#gathered = parts.gathered;
  }

  get running(): boolean {
    return this.#timer !== null;
  }

  /** How many events are not in the log yet. */
  get backlog(): number {
    return this.#waiting.length;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#sweeping ??= this.#sweep()
        .catch((error: unknown) => this.#logger.error({ err: error }, 'could not claim orphaned outbox events'))
        .finally(() => (this.#sweeping = null));
    }, sweepInterval).unref();
  }

  push(events: readonly ParvisEvent[]): void {
    for (const event of events) {
      this.#underWay.add(event.id);
      if (this.#gathered.has(event.type)) this.#coalescer.add(event);
      else this.#send(event, [event.id]);
    }
  }

  /** Publishes the remaining events. Those that the log rejects are left to another process. */
  async stop(): Promise<void> {
    if (!this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
    this.#coalescer.flush();
    await this.#sweeping;
    await this.#sending;
    await this.#deletePublished();
  }

  #send(event: ParvisEvent, ids: readonly RowId[]): void {
    this.#waiting.push({ event, ids });
    this.#sending ??= this.#drain().finally(() => (this.#sending = null));
  }

  async #drain(): Promise<void> {
    for (let pause = 100; this.#waiting.length > 0;) {
      const batch = this.#waiting.splice(0);
      try {
        await this.#log.append(batch.map(({ event }) => event));
        for (const { ids } of batch) this.#published.push(...ids);
        pause = 100;
      } catch (error) {
        this.#waiting.unshift(...batch);
        if (!this.running) return;
        this.#logger.warn(
          { err: error, waiting: this.#waiting.length },
          'could not append events to the log: trying again',
        );
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(pause * 2, longestPause);
      }
    }
  }

  async #sweep(): Promise<void> {
    await this.#deletePublished();
    const now = this.#clock.now();
    const { db } = this.#database;
    if (this.backlog > 0 && now - this.#renewedAt > renewInterval) {
      this.#renewedAt = now;
      await store.renewClaims(db, { owner: this.owner, now });
    }
    const before = now - orphanedAfter;
    if (!(await store.hasOrphans(db, before))) return;
    const claimed = await store.claimOrphans(db, before, { owner: this.owner, now });
    // Own events are among them if the connection was lost after a commit and before its confirmation.
    this.push(claimed.filter(({ id }) => !this.#underWay.has(id)));
  }

  async #deletePublished(): Promise<void> {
    const ids = this.#published.splice(0);
    if (ids.length === 0) return;
    try {
      await store.deleteEvents(this.#database.db, ids);
      for (const id of ids) this.#underWay.delete(id);
    } catch (error) {
      this.#published.push(...ids);
      throw error;
    }
  }
}
