import { LRUCache } from 'lru-cache';
import { FoundPeople } from './found-people.ts';
import type { PeopleColumns } from './columns.ts';
import { isAnybodys, rankMatches } from './matching.ts';
import { type PersonKeys, PeopleQuery, type QueryWord } from './query.ts';
import { PeopleRanking } from './ranking.ts';
import type { Term } from './search.ts';
import { type PeopleFilters, tally, type Tally } from './tally.ts';
import type { PeopleVocabulary } from './vocabulary.ts';

/** Typing errors are tolerated only if there are fewer exact results than this. */
const FEW = 3;

/** How many numbers are cached in total; about 12 MB. */
const KEPT_AT_MOST = 1_500_000;

/** The overhead of a cached set, counted in numbers. */
const ENTRY = 32;

/** The part of the directory that the viewer may see, and so search. */
export interface SearchScope {
  withDeparted: boolean;
  /** Whether mail addresses and phone numbers are searched. */
  byContact: boolean;
}

/** What a search reads from memory. */
export interface DirectorySnapshot {
  columns: PeopleColumns;
  vocabulary: PeopleVocabulary;
  revision: number;
}

/** The people among whom a search looks: the whole directory, or those whom a viewer may find. */
export interface SearchedPeople {
  /** They as they are now. */
  snapshot(): Promise<DirectorySnapshot>;
  /** The `seq` of people who have any of the terms, which have no signs. */
  having(anyOf: readonly Term[]): Promise<readonly number[]>;
  /** The `seq` of people with one of these complete values; mail addresses and phone numbers only with `contacts`. */
  byKeys(keys: PersonKeys, contacts: boolean): Promise<readonly number[]>;
}

/** Finds people for a typed query, the best match first. */
export class PeopleFinder {
  readonly #among: SearchedPeople;
  /** The people who have certain words, until the directory changes: while typing, all words but the last stay the same. */
  readonly #kept = new LRUCache<string, readonly number[]>({
    maxSize: KEPT_AT_MOST,
    sizeCalculation: (found) => found.length + ENTRY,
  });
  /** All people, with and without the departed: the result of an empty query. */
  readonly #all = new Map<boolean, { ranking: PeopleRanking; tally: Tally }>();
  #keptRevision = 0;

  constructor(among: SearchedPeople) {
    this.#among = among;
  }

  async search(text: string, filters: PeopleFilters, { withDeparted, byContact }: SearchScope): Promise<FoundPeople> {
    const { columns, vocabulary, revision } = await this.#among.snapshot();
    if (revision !== this.#keptRevision) this.#forget(revision);
    if (text.trim() === '') return this.#everybody(columns, filters, withDeparted);
    const query = new PeopleQuery(text, vocabulary, columns.signs);
    const ranking = new PeopleRanking(columns, withDeparted);
    for (const seq of await this.#among.byKeys(query.keys, byContact)) ranking.offer(seq, 1);
    let { readings } = query;
    await this.#rank(readings, ranking);
    for (const unfinished of [false, true]) {
      // A query may be the beginning of a word; combined with typing errors that matches too much, so only if there is no
      // other result.
      if (ranking.found.length >= (unfinished ? 1 : FEW)) break;
      readings = query.forgiving(unfinished);
      await this.#rank(readings, ranking);
    }
    const unmatched = ranking.found.length > 0 ? [] : await this.#leaveOut(readings[0] ?? [], ranking);
    const words = readings.flat().filter((word) => !unmatched.includes(word));
    return new FoundPeople(words, ranking, tally(columns, ranking.found, filters), {
      unmatched: unmatched.map(({ written }) => written),
    });
  }

  /**
   * Finds people by the words that anyone has, ignoring the others. @returns The ignored words; none if no word remains to
   * search for.
   */
  async #leaveOut(words: readonly QueryWord[], ranking: PeopleRanking): Promise<QueryWord[]> {
    const find = (anyOf: readonly Term[]) => this.#find(anyOf);
    const unmatched: QueryWord[] = [];
    for (const word of words) if (!(await isAnybodys(word, find, ranking))) unmatched.push(word);
    const others = words.filter((word) => !unmatched.includes(word));
    if (unmatched.length === 0 || others.every(({ optional }) => optional)) return [];
    await rankMatches(others, find, ranking);
    return ranking.found.length > 0 ? unmatched : [];
  }

  async #rank(readings: readonly (readonly QueryWord[])[], ranking: PeopleRanking): Promise<void> {
    for (const words of readings) await rankMatches(words, (anyOf) => this.#find(anyOf), ranking);
  }

  #everybody(columns: PeopleColumns, filters: PeopleFilters, withDeparted: boolean): FoundPeople {
    let all = this.#all.get(withDeparted);
    if (!all) {
      const ranking = new PeopleRanking(columns, withDeparted);
      for (const departed of [0, 1]) {
        for (const seq of columns.order) if (columns.departed[seq] === departed) ranking.offer(seq, 1);
      }
      all = { ranking, tally: tally(columns, ranking.found, {}) };
      this.#all.set(withDeparted, all);
    }
    const unfiltered = Object.values(filters).every((values) => !values?.length);
    return new FoundPeople([], all.ranking, unfiltered ? all.tally : tally(columns, all.ranking.found, filters), {
      inOrder: true,
    });
  }

  async #find(anyOf: readonly Term[]): Promise<readonly number[]> {
    if (anyOf[0]?.field === 'sign') {
      const { columns } = await this.#among.snapshot();
      return columns.signs.having(anyOf.map(({ word }) => word));
    }
    const key = JSON.stringify(anyOf);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const revision = this.#keptRevision;
    const found = await this.#among.having(anyOf);
    if (revision === this.#keptRevision) this.#kept.set(key, found);
    return found;
  }

  #forget(revision: number): void {
    this.#kept.clear();
    this.#all.clear();
    this.#keptRevision = revision;
  }
}
