import type { Caller } from './caller.ts';
import { Refusal } from './refusal.ts';

/** The time in which calls are counted together, in milliseconds. */
export const rateWindow = 60_000;

/** Counts calls in this process, or in all processes of one server together. */
export interface RateCounter {
  /** How often a key was counted in this minute, this time included, which may count for several. */
  count(key: string, times?: number): number | Promise<number>;
}

/** How often one caller may do a thing in a minute. */
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

  /** @throws {Refusal} RATE_LIMITED once the caller's minute is used up. */
  async take({ key, people }: Caller, what: string): Promise<void> {
    if (this.#perMinute > 0 && (await this.#counter.count(`${key} ${what}`)) > this.#perMinute * people) this.#refuse();
  }

  #refuse(): never {
    this.#refusals += 1;
    throw rateLimited();
  }
}

export function rateLimited(): Refusal {
  return new Refusal('RATE_LIMITED', 'That was too much in too short a time. Try again in a minute.');
}
