import type { Caller } from '../caller.ts';
import { rateLimited } from '../rate-limit.ts';
import type { MemoryRateCounter } from '../rate-limit-memory.ts';

/** A document as large as those of the widgets. Larger ones count for several. */
const usualTokens = 500;

/**
 * How many documents one caller may send in a minute that the server has to parse: the widgets' own and those that are
 * remembered count for nobody, invalid ones are never remembered. Counted by each process for itself, since it must be
 * known before anything is waited for.
 */
export class ParseLimit {
  readonly #perMinute: number;
  readonly #counter: MemoryRateCounter;
  #refusals = 0;

  /** @param perMinute - 0 for no limit. */
  constructor(perMinute: number, counter: MemoryRateCounter) {
    this.#perMinute = perMinute;
    this.#counter = counter;
  }

  /** How often it said no since the start. */
  get refusals(): number {
    return this.#refusals;
  }

  /** @throws {Refusal} RATE_LIMITED */
  take({ key, people }: Caller, tokens: number): void {
    if (this.#perMinute === 0) return;
    const counted = this.#counter.count(key, Math.ceil(tokens / usualTokens) || 1);
    if (counted <= this.#perMinute * people) return;
    this.#refusals += 1;
    throw rateLimited();
  }
}
