import type { Caller } from './caller.ts';
import type { Clock } from './clock.ts';
import { CallerLimit } from './rate-limit.ts';

const minute = 60_000;

/**
 * So many in a minute for one caller, counted by each process for itself and without the limiter of the other limits, which
 * answers later: what is counted here must be known before anything is waited for, or is too frequent to ask another server.
 */
export class ProcessLimit extends CallerLimit {
  readonly #clock: Clock;
  #counts = new Map<string, number>();
  #since = 0;

  /** @param perMinute - 0 for no limit. */
  constructor(perMinute: number, clock: Clock) {
    super(perMinute);
    this.#clock = clock;
  }

  /** @throws {Refusal} RATE_LIMITED */
  take(caller: Caller, what: string, times = 1): void {
    if (this.isOff) return;
    const now = this.#clock.now();
    if (now - this.#since >= minute) {
      this.#since = now;
      this.#counts = new Map();
    }
    const key = `${caller.key} ${what}`;
    const count = (this.#counts.get(key) ?? 0) + times;
    this.#counts.set(key, count);
    this.check({ times: count, endsIn: this.#since + minute - now }, caller);
  }
}
