import type { Caller } from '../platform/caller.ts';
import type { ProcessLimit } from '../platform/process-limit.ts';

/** A document as large as those of the widgets. Larger ones count for several. */
const usualTokens = 500;

/**
 * How many documents one caller may send in a minute that the server has to parse: the widgets' own and those that are
 * remembered count for nobody, invalid ones are never remembered.
 *
 * @throws {Refusal} RATE_LIMITED
 */
export function countDocument(limit: ProcessLimit, caller: Caller, tokens: number): void {
  limit.take(caller, 'documents', Math.ceil(tokens / usualTokens) || 1);
}
