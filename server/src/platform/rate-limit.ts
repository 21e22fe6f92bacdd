import type { Caller } from './caller.ts';
import { Refusal } from './refusal.ts';

/** Counts calls in this process, or in all processes of one server together. */
export interface RateCounter {
  /** How often a key was counted in this minute, this time included, which may count for several. */
  count(key: string, times?: number): Promise<number>;
}

/** So many in a minute for one caller. */
export abstract class CallerLimit {
  readonly #perMinute: number;
  #refusals = 0;

  /** @param perMinute - 0 for no limit. */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** How often it said no since the start. */
  get refusals(): number {
    return this.#refusals;
  }

  protected get isOff(): boolean {
    return this.#perMinute === 0;
  }

  /** @throws {Refusal} RATE_LIMITED once the caller's minute is used up. */
  protected check(counted: number, { people }: Caller): void {
    if (counted <= this.#perMinute * people) return;
    this.#refusals += 1;
    throw new Refusal('RATE_LIMITED', 'That was too much in too short a time. Try again in a minute.');
  }
}

/** How often one caller may do a thing in a minute. */
export class RateLimit extends CallerLimit {
  readonly #counter: RateCounter;

  /** @param perMinute - 0 for no limit. */
  constructor(perMinute: number, counter: RateCounter) {
    super(perMinute);
    this.#counter = counter;
  }

  /** @throws {Refusal} RATE_LIMITED */
  async take(caller: Caller, what: string): Promise<void> {
    if (!this.isOff) this.check(await this.#counter.count(`${caller.key} ${what}`), caller);
  }
}
