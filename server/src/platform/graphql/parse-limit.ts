import type { Caller } from '../caller.ts';
import { CallerLimit } from '../rate-limit.ts';
import type { MemoryRateCounter } from '../rate-limit-memory.ts';

/** A document as large as those of the widgets. Larger ones count for several. */
const usualTokens = 500;

/**
 * How many documents one caller may send in a minute that the server has to parse: the widgets' own and those that are
 * remembered count for nobody, invalid ones are never remembered. Counted by each process for itself, since it must be
 * known before anything is waited for.
 */
export class ParseLimit extends CallerLimit<MemoryRateCounter> {
  /** @throws {Refusal} RATE_LIMITED */
  take(caller: Caller, tokens: number): void {
    if (!this.isOff) this.check(this.counter.count(caller.key, Math.ceil(tokens / usualTokens) || 1), caller);
  }
}
