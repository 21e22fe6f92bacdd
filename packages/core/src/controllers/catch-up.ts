// Loaded with what writes.
import type { QueryController } from './query-controller.js';

/**
 * Asks again where what a controller asks has changed: the page may have gone on to another address, and nothing has said
 * so. What is written then belongs to the new one, and waits for what this answers, as for an answer that is on its way;
 * nothing where all is as it was.
 * Rejects with a `ParvisError` where there is no answer.
 */
export function catchUp(query: QueryController<readonly unknown[], unknown>): Promise<void> | undefined {
  const { answered } = query;
  query.hostUpdate();
  if (answered === query.answered && query.value !== undefined) return undefined;
  return query.answered!.then(() => {
    if (query.error) throw query.error;
  });
}
