import type { Executor } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { ParvisEvent } from './event.ts';
import * as store from './outbox-store.ts';
import type { OutboxRelay } from './outbox-relay.ts';

/**
 * Records events in the transaction of the write: an event is published if and only if the write is committed, even if the
 * process dies in between.
 */
export class Outbox {
  readonly #relay: OutboxRelay;
  readonly #clock: Clock;

  constructor(relay: OutboxRelay, clock: Clock) {
    this.#relay = relay;
    this.#clock = clock;
  }

  async record(trx: Executor, happened: Omit<ParvisEvent, 'id'>): Promise<void> {
    const event = { id: newId(), ...happened };
    // A process without a server, such as an import, leaves its events to a server.
    const owner = this.#relay.running ? this.#relay.owner : '';
    await store.insertEvent(trx, event, { owner, now: this.#clock.now() });
    if (owner) store.afterCommit(trx, () => this.#relay.push([event]));
  }
}
