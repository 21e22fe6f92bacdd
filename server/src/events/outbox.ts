import type { Executor } from '../database/connect.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import type { ParvisEvent } from './event.ts';
import type { OutboxRelay } from './outbox-relay.ts';

declare module '../queue/job.ts' {
  interface JobKinds {
    publishEvent: Omit<ParvisEvent, 'id'>;
  }
}

/**
 * Records events in the transaction of the write: an event is published if and only if the write is committed, even if the
 * process dies in between.
 */
export class Outbox {
  readonly #relay: OutboxRelay;
  readonly #queue: JobQueue;

  constructor(relay: OutboxRelay, queue: JobQueue) {
    this.#relay = relay;
    this.#queue = queue;
  }

  async record(trx: Executor, happened: Omit<ParvisEvent, 'id'>): Promise<void> {
    // A program that serves no clients, such as an import, leaves it to a server.
    if (!this.#relay.running) return this.#queue.add(trx, 'publishEvent', happened);
    await this.#queue.addLeased(trx, 'publishEvent', happened, (id) => this.#relay.push([{ id, ...happened }]));
  }
}
