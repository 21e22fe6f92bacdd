import type { Server } from '../client/server.js';

/** How long after its arrival an answer may be shown, others meanwhile. In ms. */
const READING = 10_000;

/** From which place in the log on something is to be followed that is shown since a moment. */
export interface ShownSince {
  /** Of the answers that may just have been shown, the place of the first. */
  readonly recent: string | undefined;
  /** What was known before: it may come from the cache. */
  readonly last: string | undefined;
}

/** @param at - `performance.now()` */
export function shownSince(answered: Server['answered'], at: number): ShownSince {
  const cursors = answered.flatMap(([time, cursor]) => (cursor === null ? [] : [{ time, cursor }]));
  return { recent: cursors.find(({ time }) => time > at - READING)?.cursor, last: cursors.at(-1)?.cursor };
}
