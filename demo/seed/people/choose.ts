import type { Random } from '../random.ts';

export function choose<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

/** One of a list, each as often as its share says. */
export function chooseByShare<T extends { share: number }>(random: Random, list: readonly T[]): T {
  let rest = random() * list.reduce((sum, { share }) => sum + share, 0);
  for (const entry of list) {
    rest -= entry.share;
    if (rest < 0) return entry;
  }
  return list.at(-1)!;
}
