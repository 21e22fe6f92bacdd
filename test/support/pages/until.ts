import { waitUntil } from '@open-wc/testing';

/**
 * Waits for what must become true, long enough for the slowest of machines: a test is not to tell how fast one is.
 *
 * @param message - Says what was waited for in vain.
 */
export const until = (condition: () => unknown, message: string): Promise<void> =>
  waitUntil(() => !!condition(), message, { timeout: 15_000, interval: 10 });
