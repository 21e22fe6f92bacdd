import type { Viewer } from '../auth/viewer.ts';
import { Refusal } from './refusal.ts';

/** The time in which calls are counted together, in milliseconds. */
export const rateWindow = 60_000;

/** Counts calls in this process, or in all processes of one server together. */
export interface RateCounter {
  /** How often a key was counted in this minute, this time included. */
  count(key: string): number | Promise<number>;
}

/** How often one viewer may call one mutation field in a minute. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #counter: RateCounter;
  #refusals = 0;

  /** @param perMinute - 0 for no limit. */
  constructor(perMinute: number, counter: RateCounter) {
    this.#perMinute = perMinute;
    this.#counter = counter;
  }

  /** How often it said no since the start. */
  get refusals(): number {
    return this.#refusals;
  }

  /** @throws {Refusal} RATE_LIMITED once the viewer's minute is used up. */
  async take(viewer: Viewer, field: string): Promise<void> {
    if (this.#perMinute === 0) return;
    if ((await this.#counter.count(`${viewer.id ?? ''} ${field}`)) <= this.#perMinute) return;
    this.#refusals += 1;
    throw new Refusal('RATE_LIMITED', 'That was too much in too short a time. Try again in a minute.');
  }
}
