import type { PeopleRanking } from './ranking.ts';
import { type QueryWord, termsOf, type Way, ways } from './query.ts';
import type { Term } from './search.ts';

/** The `seq` of people who have any of the terms. */
export type FindAny = (anyOf: readonly Term[]) => Promise<readonly number[]>;

const NAME_HEARD = ways.indexOf('nameHeard');
const PROFILE = ways.indexOf('profile');
const PROFILE_RELATED = ways.indexOf('profileRelated');

/** The ranks, the best first. This one is for people whose full name, handle, address or number was typed. */
export const NAMED_IN_FULL = 1;
const IN_NAME = 2; // plus the way of the worst match: as typed, as a beginning, by sound
const PARTLY_IN_NAME = 5;
export const IN_PROFILE = 6; // plus one if a word is only a beginning, two if it is only of the same word family
const MISTYPED = 9; // plus one for each way further from the typed word

/** Ranks all people who have all the words, each in any way. */
export async function rankMatches(words: readonly QueryWord[], find: FindAny, ranking: PeopleRanking): Promise<void> {
  const significant = words.some(({ optional }) => !optional) ? words.filter(({ optional }) => !optional) : words;
  const grammar = words.filter((word) => !significant.includes(word));
  const found: Found[] = [];
  for (const word of significant) found.push(await findWord(word, ways, find));
  const required = found.length;
  for (const word of grammar) found.push(await findWord(word, ['name', 'nameBeginning', 'nameHeard'], find));
  // No `await` from here on: the arrays are shared by all searches.
  const matches = new Matches(ranking.size, found);
  for (const seq of matches.having(required)) {
    ranking.offer(seq, rankOf(matches.closest(seq), matches.furthest(seq), matches.hasAll(seq)));
  }
  matches.clear();
}

/** Whether any person in the scope has the word, in any way. */
export async function isAnybodys(word: QueryWord, find: FindAny, ranking: PeopleRanking): Promise<boolean> {
  const found = await findWord(word, ways, find);
  return found.some(({ seqs }) => seqs.some((seq) => ranking.mayBeFound(seq)));
}

/** The people who have a word, by the way they have it, the closest first. */
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

/** One byte for each person in the directory, all 0 except while a search is counting. */
let count = new Uint8Array(0);
let closest = new Uint8Array(0);
let furthest = new Uint8Array(0);

/** Counts the words that each person has, and how closely. */
class Matches {
  readonly #words: number;
  /** The people who have the first word. */
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

  /** The people who have at least this many of the words. */
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

  /** Counts a word for the people who have it and all words before it, in the closest way. */
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
