import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';

const passing = new AsyncLocalStorage<TransactionMutex>();

/** A mutex: lets one transaction at a time use a connection, in the order of their calls. */
export class TransactionMutex {
  #last: Promise<void> = Promise.resolve();
  #entered = 0;

  /** The number of transactions that have entered and those that wait. */
  get entered(): number {
    return this.#entered;
  }

  /**
   * Waits for the lock; the returned function releases it. SQLite answers at once, so between two transactions that follow each
   * other nothing else would happen in this process: neither timers nor sockets, until the last of a batch of writes.
   */
  async enter(): Promise<() => void> {
    if (passing.getStore() === this) {
      throw new Error('Inside a transaction, use its `trx`: another connection would wait for it for ever.');
    }
    const before = this.#last;
    let release!: () => void;
    this.#last = new Promise((resolve) => (release = resolve));
    this.#entered++;
    await before;
    await turn();
    return () => {
      this.#entered--;
      release();
    };
  }

  /** Marks everything that `work` does, so that entering again from inside fails at once instead of waiting for ever. */
  mark<T>(work: () => Promise<T>): Promise<T> {
    return passing.run(this, work);
  }
}
