import { z } from 'zod';
import type { DatabaseConnection } from '../database/connect.ts';
import type { Audience } from '../platform/audience.ts';
import type { Clock } from '../platform/clock.ts';
import type { RowId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import type { LeasedJob } from '../queue/job.ts';
import { failureOf, parsedPayload } from '../queue/job-failure.ts';
import { type JobQueue, pollInterval, renewInterval } from '../queue/job-queue.ts';
import { Coalescer } from './coalescer.ts';
import type { EventLog } from './event-log.ts';
import type { EventType, ParvisEvent } from './event.ts';
import { moveFormerOrphans } from './former-outbox-store.ts';

/** How many events are taken over at once. */
const batch = 500;
const longestPause = 5_000;

const recorded = z.object({
  type: z.string(),
  topics: z.array(z.string()),
  subject: z.string(),
  people: z.array(z.string()),
  audiences: z.array(z.string() as z.ZodType<Audience>).optional(),
  isPersonal: z.literal(true).optional(),
});

/**
 * Puts recorded events into the log: its own as soon as they are stored, and those that others left. They are jobs of the
 * queue that are not done one by one, but many at once, in their order.
 */
export class OutboxRelay {
  readonly #queue: JobQueue;
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
    queue: JobQueue;
    database: DatabaseConnection;
    log: EventLog;
    clock: Clock;
    logger: Logger;
    /** The types of which many of one subject in a short time are told as one. */
    gathered: ReadonlySet<EventType>;
  }) {
    this.#queue = parts.queue;
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
    }, pollInterval).unref();
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
    await this.#queue.release(this.#underWay);
  }

  #send(event: ParvisEvent, ids: readonly RowId[]): void {
    this.#waiting.push({ event, ids });
    this.#sending ??= this.#drain();
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
        if (!this.running) break;
        this.#logger.warn(
          { err: error, waiting: this.#waiting.length },
          'could not append events to the log: trying again',
        );
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(pause * 2, longestPause);
      }
    }
    // At once: what comes a moment later would wait for a drain that has ended.
    this.#sending = null;
  }

  async #sweep(): Promise<void> {
    await this.#deletePublished();
    await this.#renew();
    await moveFormerOrphans(this.#database, this.#clock.now());
    if ((await this.#queue.dueKinds(['publishEvent'])).length === 0) return;
    for (let taken = batch; taken === batch;) {
      const jobs = await this.#queue.claim('publishEvent', batch);
      taken = jobs.length;
      for (const job of jobs) await this.#take(job);
    }
  }

  async #renew(): Promise<void> {
    const now = this.#clock.now();
    if (this.#underWay.size === 0 || now - this.#renewedAt < renewInterval) return;
    this.#renewedAt = now;
    await this.#queue.renew([...this.#underWay]);
  }

  async #take(job: LeasedJob): Promise<void> {
    // Its own are among them where a commit was stored, and the connection lost before it said so.
    if (this.#underWay.has(job.id)) return;
    try {
      const event = parsedPayload(
        job.payload,
        (payload) => recorded.parse(payload) as object as Omit<ParvisEvent, 'id'>,
      );
      this.push([{ id: job.id as RowId, ...event }]);
    } catch (error) {
      this.#logger.error({ id: job.id, failure: failureOf(error) }, 'an event was given up');
      await this.#queue.bury(job, failureOf(error));
    }
  }

  async #deletePublished(): Promise<void> {
    const ids = this.#published.splice(0);
    if (ids.length === 0) return;
    try {
      await this.#queue.finishAll(ids);
      for (const id of ids) this.#underWay.delete(id);
    } catch (error) {
      this.#published.push(...ids);
      throw error;
    }
  }
}
