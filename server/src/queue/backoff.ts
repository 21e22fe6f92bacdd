/** In milliseconds. */
const first = 5_000;
const longest = 60 * 60 * 1000;
/** As many as come within a day or so. */
export const maxAttempts = 30;

/**
 * How long to wait after an attempt that failed: twice as long each time, a quarter more or less by chance, so that jobs that
 * failed together are not tried together.
 *
 * @param attempt - 1 for the first.
 */
export function backoff(attempt: number, random = Math.random()): number {
  return Math.round(Math.min(first * 2 ** (attempt - 1), longest) * (0.75 + random / 2));
}
