import type { Viewer } from '../auth/viewer.ts';
import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

const window = 60_000;

/** How often one viewer may call one mutation field in a minute, counted in this process. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #clock: Clock;
  #counts = new Map<string, number>();
  #windowStart = 0;
  #refusals = 0;

  /** @param perMinute - 0 for no limit. */
  constructor(perMinute: number, clock: Clock) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  /** How often it said no since the start. */
  get refusals(): number {
    return this.#refusals;
  }

  /** @throws {Refusal} RATE_LIMITED once the viewer's minute is used up. */
  take(viewer: Viewer, field: string): void {
    if (this.#perMinute === 0) return;
    const now = this.#clock.now();
    if (now - this.#windowStart >= window) {
      this.#windowStart = now;
      this.#counts = new Map();
    }
    const key = `${viewer.id ?? ''} ${field}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    if (count > this.#perMinute) {
      this.#refusals += 1;
      throw new Refusal('RATE_LIMITED', 'That was too much in too short a time. Try again in a minute.');
    }
    this.#counts.set(key, count);
  }
}
