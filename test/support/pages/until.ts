import { waitUntil } from '@open-wc/testing';
import { readText } from './shadow-dom.js';

/**
 * Waits for what must become true, long enough for the slowest of machines: a test is not to tell how fast one is.
 *
 * @param message - Says what was waited for in vain; what the page shows instead is added.
 */
export async function until(condition: () => unknown, message: string): Promise<void> {
  try {
    await waitUntil(() => !!condition(), message, { timeout: 20_000, interval: 10 });
  } catch (reason) {
    throw new Error(`${(reason as Error).message}. The page says: ${readText(document.body)}`, { cause: reason });
  }
}
