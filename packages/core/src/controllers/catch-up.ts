// Loaded with what writes.
import type { QueryController } from './query-controller.js';

/**
 * Reads again where the arguments of a query have changed unnoticed: the page may have navigated without an event. A write
 * then belongs to the new page, and waits for the returned promise, as it would for a response on its way. Undefined where
 * nothing has changed.
 * Rejects with a `ParvisError` where the read fails.
 */
export function catchUp(query: QueryController<readonly unknown[], unknown>): Promise<void> | undefined {
  const { answered } = query;
  query.hostUpdate();
  if (answered === query.answered && query.value !== undefined) return undefined;
  return query.answered!.then(() => {
    if (query.error) throw query.error;
  });
}
