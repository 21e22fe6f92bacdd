import type { Caller } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import { CallerLimit } from '../platform/rate-limit.ts';

/** A document as large as those of the widgets. Larger ones count for several. */
const usualTokens = 500;
const minute = 60_000;

/**
 * How many documents one caller may send in a minute that the server has to parse: the widgets' own and those that are
 * remembered count for nobody, invalid ones are never remembered. Counted by each process for itself and without the
 * limiter of the other limits, which answers later: this must be known before anything is waited for.
 */
export class ParseLimit extends CallerLimit {
  readonly #clock: Clock;
  #counts = new Map<string, number>();
  #since = 0;

  /** @param perMinute - 0 for no limit. */
  constructor(perMinute: number, clock: Clock) {
    super(perMinute);
    this.#clock = clock;
  }

  /** @throws {Refusal} RATE_LIMITED */
  take(caller: Caller, tokens: number): void {
    if (!this.isOff) this.check(this.#count(caller.key, Math.ceil(tokens / usualTokens) || 1), caller);
  }

  #count(key: string, times: number): number {
    const now = this.#clock.now();
    if (now - this.#since >= minute) {
      this.#since = now;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(key) ?? 0) + times;
    this.#counts.set(key, count);
    return count;
  }
}
