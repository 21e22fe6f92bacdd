import type { Candidate, Election } from './election.js';

/** The tab that has the lock leads; the browser hands it on when that tab is gone, however it went. */
export class LockElection implements Election {
  /** The browser sees by itself that a tab is gone; what is left are those that hang. */
  readonly patience = 20_000;
  readonly #name: string;
  readonly #candidate: Candidate;
  #queue = new AbortController();
  #release: (() => void) | undefined;
  #left = false;

  constructor(name: string, candidate: Candidate) {
    this.#name = name;
    this.#candidate = candidate;
    this.#wait();
  }

  takeOver(): void {
    this.#queue.abort();
    this.#request({ steal: true });
  }

  leave(): void {
    this.#left = true;
    this.#queue.abort();
    this.#release?.();
  }

  #wait(): void {
    this.#queue = new AbortController();
    this.#request({ signal: this.#queue.signal });
  }

  #request(options: LockOptions): void {
    const isWaiting = () => options.signal?.aborted;
    navigator.locks
      .request(this.#name, options, () => this.#hold())
      .catch((reason: unknown) => {
        if (this.#left || isWaiting()) return;
        // A frame without an origin has no locks: it is on its own.
        if ((reason as Error).name === 'SecurityError') return this.#candidate.lead();
        // Somebody has taken over.
        this.#candidate.follow();
        this.#wait();
      });
  }

  #hold(): Promise<void> | undefined {
    if (this.#left) return undefined;
    this.#candidate.lead();
    return new Promise((resolve) => (this.#release = resolve));
  }
}
