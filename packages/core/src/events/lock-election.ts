import type { Candidate, Election } from './election.js';

/** The tab that has the lock leads; the browser hands it on when that tab is gone, however it went. */
export class LockElection implements Election {
  /** The browser sees by itself that a tab is gone; what is left are those that hang. */
  readonly timeout = 20_000;
  readonly #name: string;
  readonly #candidate: Candidate;
  #queue = new AbortController();
  #release: (() => void) | undefined;
  #disconnected = false;

  constructor(name: string, candidate: Candidate) {
    this.#name = name;
    this.#candidate = candidate;
    this.#wait();
  }

  takeOver(): void {
    this.#queue.abort();
    this.#request({ steal: true });
  }

  disconnect(): void {
    this.#disconnected = true;
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
      .request(this.#name, options, () => this.#lead())
      .catch((reason: unknown) => {
        if (this.#disconnected || isWaiting()) return;
        // A frame without an origin has no locks: it is on its own.
        if ((reason as Error).name === 'SecurityError') return this.#candidate.lead();
        // Somebody has taken over.
        this.#candidate.follow();
        this.#wait();
      });
  }

  #lead(): Promise<void> | undefined {
    if (this.#disconnected) return undefined;
    this.#candidate.lead();
    return new Promise((resolve) => (this.#release = resolve));
  }
}
