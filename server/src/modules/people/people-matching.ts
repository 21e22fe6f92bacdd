import type { PeopleRanking } from './people-ranking.ts';
import { type QueryWord, termsOf, type Way, ways } from './people-query.ts';
import type { Term } from './people-search.ts';

/** The numbers of those who have any of the terms. */
export type FindAny = (anyOf: readonly Term[]) => Promise<readonly number[]>;

const NAME_HEARD = ways.indexOf('nameHeard');
const PROFILE = ways.indexOf('profile');
const PROFILE_BEGINNING = ways.indexOf('profileBeginning');

/** The ranks, the best first. Rank 1 is for those who were asked for by name, handle, address or number in full. */
const IN_NAME = 2; // plus the way of the word found least closely: as typed, as a beginning, as it sounds
const PARTLY_IN_NAME = 5;
const IN_PROFILE = 6; // plus one where some word is but a beginning
const MISTYPED = 8; // plus one for each way further from what was typed

/** Gives a rank to everybody who has all the words, each in whatever way. */
export async function rankMatches(words: readonly QueryWord[], find: FindAny, ranking: PeopleRanking): Promise<void> {
  const telling = words.some(({ optional }) => !optional) ? words.filter(({ optional }) => !optional) : words;
  const grammar = words.filter((word) => !telling.includes(word));
  const matches = new Matches(ranking.size);
  for (const word of telling) await matches.narrow(word, ways, find);
  const required = matches.words;
  for (const word of grammar) await matches.narrow(word, ['name', 'nameBeginning', 'nameHeard'], find);
  for (const seq of matches.having(required)) {
    ranking.offer(seq, rankOf(matches.closest(seq), matches.furthest(seq), matches.hasAll(seq)));
  }
}

function rankOf(closest: number, furthest: number, hasGrammar: boolean): number {
  if (furthest > PROFILE_BEGINNING) return MISTYPED + furthest - PROFILE_BEGINNING - 1;
  if (furthest <= NAME_HEARD && hasGrammar) return IN_NAME + furthest;
  return closest <= NAME_HEARD ? PARTLY_IN_NAME : IN_PROFILE + furthest - PROFILE;
}

/** Who has how many of the words so far, and how closely: one byte each for everybody in the directory. */
class Matches {
  words = 0;
  readonly #count: Uint8Array;
  readonly #closest: Uint8Array;
  readonly #furthest: Uint8Array;
  #found: number[] = [];

  constructor(size: number) {
    this.#count = new Uint8Array(size);
    this.#closest = new Uint8Array(size);
    this.#furthest = new Uint8Array(size);
  }

  /** Counts a word for those who have it and all words before. Each is taken in the closest of the ways. */
  async narrow(word: QueryWord, inWays: readonly Way[], find: FindAny): Promise<void> {
    const terms = termsOf(word);
    const had = this.words;
    const found: number[] = [];
    for (const way of inWays) {
      if (terms[way].length === 0) continue;
      const index = ways.indexOf(way);
      for (const seq of await find(terms[way])) {
        if (this.#count[seq] !== had) continue;
        this.#count[seq] = had + 1;
        this.#closest[seq] = had === 0 ? index : Math.min(this.#closest[seq]!, index);
        this.#furthest[seq] = Math.max(this.#furthest[seq]!, index);
        found.push(seq);
      }
    }
    this.words++;
    if (this.words === 1) this.#found = found;
  }

  /** Those who have so many of the words, or more. */
  having(count: number): number[] {
    return this.#found.filter((seq) => this.#count[seq]! >= count);
  }

  hasAll(seq: number): boolean {
    return this.#count[seq] === this.words;
  }

  closest(seq: number): number {
    return this.#closest[seq]!;
  }

  furthest(seq: number): number {
    return this.#furthest[seq]!;
  }
}
