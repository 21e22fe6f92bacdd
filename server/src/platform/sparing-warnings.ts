import type { Clock } from './clock.ts';
import type { Logger } from './log.ts';

const hour = 60 * 60 * 1000;
/** Strangers choose what is warned of: they fill no more of the log than this in an hour. */
const MOST = 100;

/** Warns of each thing once an hour, however often it happens. No LRU: where all places are taken, what is new must wait. */
export class SparingWarnings {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #last = new Map<string, number>();

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock;
    this.#log = log;
  }

  /**
   * @param about - What is the same is warned of once.
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
