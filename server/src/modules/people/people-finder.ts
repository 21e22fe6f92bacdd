import type { Executor } from '../../database/connect.ts';
import { FoundPeople } from './found-people.ts';
import type { PeopleColumns } from './people-columns.ts';
import type { PeopleDirectory } from './people-directory.ts';
import { type Conditions, type NearWords, PeopleQuery } from './people-query.ts';
import { PeopleRanking } from './people-ranking.ts';
import type { Condition, PeopleSearch } from './people-search.ts';
import { findByKeys } from './people-store.ts';
import { type PeopleFilters, tally, type Tally } from './people-tally.ts';

/** Typing errors are forgiven only where fewer than this are found as typed. */
const FEW = 3;

/** Sets larger than this are kept until the directory changes: the same first letters are typed again and again. */
const LARGE = 1000;

/** How many numbers are kept in all; some 8 MB. */
const KEPT_AT_MOST = 1_000_000;

/** Finds people by what somebody typed, the closest first. */
export class PeopleFinder {
  readonly #db: Executor;
  readonly #directory: PeopleDirectory;
  readonly #index: PeopleSearch;
  readonly #kept = new Map<string, readonly number[]>();
  /** Everybody, with the departed and without: the answer to no query. */
  readonly #all = new Map<boolean, { ranking: PeopleRanking; tally: Tally }>();
  #keptNumbers = 0;
  #keptRevision = 0;

  constructor(db: Executor, directory: PeopleDirectory, index: PeopleSearch) {
    this.#db = db;
    this.#directory = directory;
    this.#index = index;
  }

  async search(text: string, filters: PeopleFilters, withDeparted: boolean): Promise<FoundPeople> {
    const { columns, vocabulary, revision } = await this.#directory.snapshot();
    if (revision !== this.#keptRevision) this.#forget(revision);
    if (text.trim() === '') return this.#everybody(columns, filters, withDeparted);
    const query = new PeopleQuery(text, vocabulary);
    const ranking = new PeopleRanking(columns, withDeparted);
    let near: NearWords = new Map();
    ranking.mark(await findByKeys(this.#db, query.keys), 1);
    let rank = await this.#mark(ranking, query.conditions(), 2);
    for (const unfinished of [false, true]) {
      // What was typed may be the beginning of some word, but with an error so are too many: only for want of others.
      if (ranking.found.length >= (unfinished ? 1 : FEW)) break;
      near = query.near(unfinished);
      rank = await this.#mark(ranking, query.conditionsForgiving(near), rank);
    }
    const words = query.lookedFor.map((word) => ({
      ...word,
      mistyped: near.get(word.typed)?.map(({ word }) => word) ?? [],
    }));
    return new FoundPeople(words, ranking, tally(columns, ranking.found, filters));
  }

  #everybody(columns: PeopleColumns, filters: PeopleFilters, withDeparted: boolean): FoundPeople {
    let all = this.#all.get(withDeparted);
    if (!all) {
      const ranking = new PeopleRanking(columns, withDeparted);
      ranking.mark(columns.order, 1);
      all = { ranking, tally: tally(columns, ranking.found, {}) };
      this.#all.set(withDeparted, all);
    }
    const unfiltered = Object.values(filters).every((values) => !values?.length);
    return new FoundPeople([], all.ranking, unfiltered ? all.tally : tally(columns, all.ranking.found, filters));
  }

  /** Gives those who fulfil the first condition a rank, those who fulfil the second the next, and answers the one after. */
  async #mark(ranking: PeopleRanking, { conditions, nested }: Conditions, firstRank: number): Promise<number> {
    const last = conditions.at(-1);
    const widest = nested && last ? await this.#find(last) : null;
    for (const [index, condition] of conditions.entries()) {
      // Once all of the widest set have a rank, the sets within it have nobody to add.
      if (widest?.every((seq) => !ranking.lacks(seq))) break;
      ranking.mark(await this.#find(condition), firstRank + index);
    }
    return firstRank + conditions.length;
  }

  async #find(condition: Condition): Promise<readonly number[]> {
    const key = JSON.stringify(condition);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const revision = this.#keptRevision;
    const found = await this.#index.find(this.#db, condition);
    if (found.length >= LARGE && revision === this.#keptRevision) this.#keep(key, found);
    return found;
  }

  #keep(key: string, found: readonly number[]): void {
    this.#kept.set(key, found);
    this.#keptNumbers += found.length;
    for (const [oldest, numbers] of this.#kept) {
      if (this.#keptNumbers <= KEPT_AT_MOST) break;
      this.#kept.delete(oldest);
      this.#keptNumbers -= numbers.length;
    }
  }

  #forget(revision: number): void {
    this.#kept.clear();
    this.#all.clear();
    this.#keptNumbers = 0;
    this.#keptRevision = revision;
  }
}
