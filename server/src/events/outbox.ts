import type { Executor } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { ParvisEvent } from './event.ts';
import * as store from './outbox-store.ts';
import type { OutboxRelay } from './outbox-relay.ts';

/**
 * Where a write says what it did, in its own transaction: what is stored is told, whatever dies in between, and what is
 * not stored never is.
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
    // A program that serves nobody, such as an import, leaves it to whoever does.
    const owner = this.#relay.running ? this.#relay.owner : '';
    await store.insertEvent(trx, event, { owner, now: this.#clock.now() });
    if (owner) store.afterCommit(trx, () => this.#relay.push([event]));
  }
}
