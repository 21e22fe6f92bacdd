import type { Clock } from './clock.ts';
import { type RateCounter, rateWindow } from './rate-limit.ts';

/** Counts in this process. */
export class MemoryRateCounter implements RateCounter {
  readonly #clock: Clock;
  #counts = new Map<string, number>();
  #windowStart = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  count(key: string, times = 1): number {
    const now = this.#clock.now();
    if (now - this.#windowStart >= rateWindow) {
      this.#windowStart = now;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(key) ?? 0) + times;
    this.#counts.set(key, count);
    return count;
  }
}
