import type { Clock } from './clock.ts';
import type { Logger } from './log.ts';

const hour = 60 * 60 * 1000;
/** The number of different warnings per hour: clients determine their texts, and must not fill the log. */
const MOST = 100;

/** Logs each warning once an hour, however often it occurs. Not an LRU: once all slots are taken, new warnings are dropped. */
export class SparingWarnings {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #last = new Map<string, number>();

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock;
    this.#log = log;
  }

  /**
   * @param about - Warnings with the same value are logged once.
   * @param details - Fields of the line.
   */
  warn(about: string, details: object, message: string): void {
    const now = this.#clock.now();
    for (const [other, at] of this.#last) {
      if (now - at < hour) break;
      this.#last.delete(other);
    }
    if (this.#last.has(about) || this.#last.size >= MOST) return;
    this.#last.set(about, now);
    this.#log.warn(details, message);
  }
}
