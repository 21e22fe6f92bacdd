import type { RequestBudget } from './request-budget.ts';
import { textBytes } from './text-bytes.ts';

/** How many rows with texts in them are in memory before they are counted. */
const rowsAtOnce = 1_000;

/**
 * Reads for many at once, in as few parts as can be: what a part brings is counted before the next is read.
 *
 * @param rowsEach - How many rows one of them brings at most.
 */
export async function readInParts<Item, Result>(
  items: readonly Item[],
  rowsEach: number,
  budget: RequestBudget,
  read: (part: readonly Item[]) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const size = Math.max(1, Math.floor(rowsAtOnce / Math.max(1, rowsEach)));
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += size) {
    budget.check();
    const part = await read(items.slice(from, from + size));
    budget.addRead(textBytes(part));
    for (const result of part) results.push(result);
  }
  return results;
}
