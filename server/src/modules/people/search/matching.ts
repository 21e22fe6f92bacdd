import type { PeopleRanking } from './ranking.ts';
import { type QueryWord, termsOf, type Way, ways } from './query.ts';
import type { Term } from './search.ts';

/** The numbers of those who have any of the terms. */
export type FindAny = (anyOf: readonly Term[]) => Promise<readonly number[]>;

const NAME_HEARD = ways.indexOf('nameHeard');
const PROFILE = ways.indexOf('profile');
const PROFILE_RELATED = ways.indexOf('profileRelated');

/** The ranks, the best first. This one is for those who were asked for by name, handle, address or number in full. */
export const NAMED_IN_FULL = 1;
const IN_NAME = 2; // plus the way of the word found least closely: as typed, as a beginning, as it sounds
const PARTLY_IN_NAME = 5;
export const IN_PROFILE = 6; // plus one where some word is but a beginning, two where it is but of the same family
const MISTYPED = 9; // plus one for each way further from what was typed

/** Gives a rank to everybody who has all the words, each in whatever way. */
export async function rankMatches(words: readonly QueryWord[], find: FindAny, ranking: PeopleRanking): Promise<void> {
  const telling = words.some(({ optional }) => !optional) ? words.filter(({ optional }) => !optional) : words;
  const grammar = words.filter((word) => !telling.includes(word));
  const found: Found[] = [];
  for (const word of telling) found.push(await findWord(word, ways, find));
  const required = found.length;
  for (const word of grammar) found.push(await findWord(word, ['name', 'nameBeginning', 'nameHeard'], find));
  // From here on without a pause: the scratch is everybody's.
  const matches = new Matches(ranking.size, found);
  for (const seq of matches.having(required)) {
    ranking.offer(seq, rankOf(matches.closest(seq), matches.furthest(seq), matches.hasAll(seq)));
  }
  matches.clear();
}

/** Whether anybody who may be found has the word, in whatever way. */
export async function isAnybodys(word: QueryWord, find: FindAny, ranking: PeopleRanking): Promise<boolean> {
  const found = await findWord(word, ways, find);
  return found.some(({ seqs }) => seqs.some((seq) => ranking.mayBeFound(seq)));
}

/** Who has a word in which ways, the closest first. */
type Found = { way: number; seqs: readonly number[] }[];

async function findWord(word: QueryWord, inWays: readonly Way[], find: FindAny): Promise<Found> {
  const terms = termsOf(word);
  const found: Found = [];
  for (const way of inWays) {
    if (terms[way].length > 0) found.push({ way: ways.indexOf(way), seqs: await find(terms[way]) });
  }
  return found;
}

function rankOf(closest: number, furthest: number, hasGrammar: boolean): number {
  if (furthest > PROFILE_RELATED) return MISTYPED + furthest - PROFILE_RELATED - 1;
  if (furthest <= NAME_HEARD && hasGrammar) return IN_NAME + furthest;
  return closest <= NAME_HEARD ? PARTLY_IN_NAME : IN_PROFILE + furthest - PROFILE;
}

/** One byte each for everybody in the directory, all 0 but while a search is counting. */
let count = new Uint8Array(0);
let closest = new Uint8Array(0);
let furthest = new Uint8Array(0);

/** Who has how many of the words, and how closely. */
class Matches {
  readonly #words: number;
  /** Those who have the first word. */
  readonly #seqs: number[] = [];

  constructor(size: number, found: readonly Found[]) {
    if (count.length < size) {
      count = new Uint8Array(size);
      closest = new Uint8Array(size);
      furthest = new Uint8Array(size);
    }
    this.#words = found.length;
    found.forEach((word, index) => this.#narrow(word, index));
  }

  /** Those who have so many of the words, or more. */
  having(words: number): number[] {
    return this.#seqs.filter((seq) => count[seq]! >= words);
  }

  hasAll(seq: number): boolean {
    return count[seq] === this.#words;
  }

  closest(seq: number): number {
    return closest[seq]!;
  }

  furthest(seq: number): number {
    return furthest[seq]!;
  }

  clear(): void {
    for (const seq of this.#seqs) count[seq] = closest[seq] = furthest[seq] = 0;
  }

  /** Counts a word for those who have it and all words before. Each is taken in the closest of the ways. */
  #narrow(word: Found, before: number): void {
    for (const { way, seqs } of word) {
      for (const seq of seqs) {
        if (count[seq] !== before) continue;
        count[seq] = before + 1;
        closest[seq] = before === 0 ? way : Math.min(closest[seq]!, way);
        furthest[seq] = Math.max(furthest[seq]!, way);
        if (before === 0) this.#seqs.push(seq);
      }
    }
  }
}
