import type { Executor } from '../database/connect.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import type { EventType, ParvisEvent } from './event.ts';
import type { OutboxRelay } from './outbox-relay.ts';

declare module '../queue/job.ts' {
  interface JobKinds {
    publishEvent: Omit<ParvisEvent, 'id'>;
    tellOfEvent: Pick<ParvisEvent, 'type' | 'subject' | 'people'>;
  }
}

/**
 * Records events in the transaction of the write: an event is published if and only if the write is committed, even if the
 * process dies in between.
 */
export class Outbox {
  readonly #relay: OutboxRelay;
  readonly #queue: JobQueue;
  readonly #noticed: ReadonlySet<EventType>;

  /** @param noticed - The types of events after which people may have to be told something. */
  constructor(relay: OutboxRelay, queue: JobQueue, noticed: ReadonlySet<EventType>) {
    this.#relay = relay;
    this.#queue = queue;
    this.#noticed = noticed;
  }

  /** @param people - Whom it concerns, for notices alone: those who get the event are not told. Who caused it by default. */
  async record(trx: Executor, happened: Omit<ParvisEvent, 'id'>, people = happened.people): Promise<void> {
    const { type, subject } = happened;
    if (this.#noticed.has(type)) await this.#queue.add(trx, 'tellOfEvent', { type, subject, people });
    // A program that serves no clients, such as an import, leaves it to a server.
    if (!this.#relay.running) return this.#queue.add(trx, 'publishEvent', happened);
    await this.#queue.addLeased(trx, 'publishEvent', happened, (id) => this.#relay.push([{ id, ...happened }]));
  }
}
