import type { Random } from '../random.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moments of a demo's past, all of them before now and each after the one it follows. */
export class Timeline {
  readonly now: number;
  readonly #random: Random;

  constructor(now: number, random: Random) {
    this.now = now;
    this.#random = random;
  }

  daysAgo(days: number): number {
    return Math.round(this.now - days * day);
  }

  /** When the comments on something came: many soon after it, then fewer and fewer, the last ones lately. */
  spread(from: number, count: number): number[] {
    const moments = Array.from({ length: count }, (_, index) => ((index + 0.2 + 0.6 * this.#random()) / count) ** 1.5);
    return moments.map((part) => Math.round(from + (this.now - from) * part));
  }

  /** A moment between `least` and `most` after another, sooner when there is not as much time left before now. */
  after(moment: number, least: number, most: number): number {
    const wanted = moment + least + (most - least) * this.#random() ** 2;
    const left = this.now - moment;
    return Math.round(wanted < this.now ? wanted : moment + left * (0.2 + 0.5 * this.#random()));
  }

  /** When somebody reacted to something of that moment: most at once, some much later. */
  reaction(since: number): number {
    return Math.round(since + (this.now - since) * this.#random() ** 4);
  }
}
