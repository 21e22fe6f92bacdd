import { AsyncLocalStorage } from 'node:async_hooks';

const passing = new AsyncLocalStorage<Turnstile>();

/** Lets one transaction at a time through to a connection, first come, first served. */
export class Turnstile {
  #last: Promise<void> = Promise.resolve();
  #entered = 0;

  /** How many are through and have not left, and how many wait. */
  get entered(): number {
    return this.#entered;
  }

  /** Waits for its turn; the function that it answers lets the next one through. */
  async enter(): Promise<() => void> {
    if (passing.getStore() === this) {
      throw new Error('Inside a transaction, use its `trx`: another connection would wait for it for ever.');
    }
    const before = this.#last;
    let leave!: () => void;
    this.#last = new Promise((resolve) => (leave = resolve));
    this.#entered++;
    await before;
    return () => {
      this.#entered--;
      leave();
    };
  }

  /** Marks all that `work` does, so that entering again from inside fails at once rather than never. */
  mark<T>(work: () => Promise<T>): Promise<T> {
    return passing.run(this, work);
  }
}
