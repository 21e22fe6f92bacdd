/**
 * Edit distance for typing errors: an additional, missing or wrong letter, or two neighbours swapped (Damerau-Levenshtein,
 * where each letter is edited at most once).
 */

/** Longer words are truncated: an error so late in a word does not matter. */
const LONGEST = 64;

/** Three rows of the distance table, reused: a search measures thousands of words. */
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/**
 * The distance between `typed` and `word`, or `limit + 1` as soon as it is known to exceed `limit`. With `begun`, `typed`
 * may be the beginning of the word: then the distance to the nearest of its beginnings.
 */
export function editDistance(typed: string, word: string, limit: number, begun = false): number {
  const height = Math.min(typed.length, LONGEST);
  const width = Math.min(word.length, LONGEST, begun ? height + limit : LONGEST);
  if (height - width > limit || width - height > limit) return limit + 1;
  for (let column = 0; column <= width; column++) rows[0]![column] = column;
  let least = 0;
  for (let row = 1; row <= height; row++) {
    const before = rows[(row + 1) % 3]!;
    const above = rows[(row + 2) % 3]!;
    const current = rows[row % 3]!;
    const letter = typed.charCodeAt(row - 1);
    current[0] = least = row;
    for (let column = 1; column <= width; column++) {
      const same = letter === word.charCodeAt(column - 1);
      let distance = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      const swapped =
        row > 1 &&
        column > 1 &&
        letter === word.charCodeAt(column - 2) &&
        typed.charCodeAt(row - 2) === word.charCodeAt(column - 1);
      if (swapped) distance = Math.min(distance, before[column - 2]! + 1);
      current[column] = distance;
      if (distance < least) least = distance;
    }
    if (least > limit) return limit + 1;
  }
  return Math.min(begun ? least : rows[height % 3]![width]!, limit + 1);
}

/** How many errors are tolerated in a word of this length. In a short word, one other letter makes another word. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** The letters of a word as bits: words that differ in many letters need not be measured. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index++) mask |= 1 << (word.charCodeAt(index) & 31);
  return mask;
}

/**
 * Whether the masks allow a distance of at most `limit`: each error adds at most one letter to `typed` that is not in the
 * word, and at most one letter to the word that was not typed. With `begun`, the rest of the word is missing from `typed`.
 */
export function withinReach(typed: number, word: number, limit: number, begun: boolean): boolean {
  return countBits(typed & ~word) <= limit && (begun || countBits(word & ~typed) <= limit);
}

/** Counts by pairs, then by fours, then by bytes, without a loop: a search calls this tens of thousands of times. */
function countBits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
