import type { Caller } from './caller.ts';
import { Refusal } from './refusal.ts';

/** How often something was counted in a minute. */
export interface Count {
  times: number;
  /** When it is counted from zero again, in milliseconds from now. */
  endsIn: number;
}

/** Counts calls in this process, or in all processes of one server together. */
export interface RateCounter {
  /** How often a key was counted in its minute, this time included, which may count for several. */
  count(key: string, times?: number): Promise<Count>;
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
  protected check({ times, endsIn }: Count, { people }: Caller): void {
    if (times <= this.#perMinute * people) return;
    this.#refusals += 1;
    const seconds = Math.max(1, Math.ceil(endsIn / 1000));
    const message = `That was too much in too short a time. Try again in ${seconds} seconds.`;
    throw new Refusal('RATE_LIMITED', message, undefined, seconds);
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
