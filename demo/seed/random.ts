/** Gives a number from 0 to 1, without 1. */
export type Random = () => number;

/** Random numbers that are the same at every start: a demo that changes cannot be documented or tested. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    // A Weyl sequence, mixed (mulberry32): tiny, and good enough to pick who likes what.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many of a list, each at most once, in random order. All of them when there are not as many. */
export function pick<T>(random: Random, list: readonly T[], count: number): T[] {
  const rest = [...list];
  const picked: T[] = [];
  while (picked.length < count && rest.length > 0) {
    const index = Math.floor(random() * rest.length);
    picked.push(rest[index]!);
    rest[index] = rest.at(-1)!;
    rest.pop();
  }
  return picked;
}
