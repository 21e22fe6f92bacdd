import type { Executor } from '../../database/connect.ts';
import { FoundPeople } from './found-people.ts';
import type { PeopleColumns } from './people-columns.ts';
import type { PeopleDirectory } from './people-directory.ts';
import { PeopleQuery } from './people-query.ts';
import type { Condition, PeopleSearch } from './people-search.ts';
import { findByKeys } from './people-store.ts';
import { type PeopleFilters, tally } from './people-tally.ts';

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
    const query = new PeopleQuery(text, vocabulary);
    const ranks = new Uint8Array(columns.size);
    let forgiving = false;
    if (text.trim() === '') {
      ranks.fill(1);
    } else {
      mark(ranks, await findByKeys(this.#db, query.keys), 1);
      const conditions = query.conditions();
      await this.#mark(ranks, conditions, 2);
      forgiving = countVisible(columns, ranks, withDeparted) < FEW;
      if (forgiving) await this.#mark(ranks, query.conditionsForgiving(), 2 + conditions.length);
    }
    const words = query.lookedFor.map((word) => ({ ...word, mistyped: forgiving ? query.mistyped(word) : [] }));
    return new FoundPeople(words, tally(columns, ranks, filters, withDeparted), ranks, columns);
  }

  /** Gives those who fulfil the first condition the first rank, and so on. */
  async #mark(ranks: Uint8Array, conditions: readonly Condition[], firstRank: number): Promise<void> {
    for (const [index, condition] of conditions.entries()) mark(ranks, await this.#find(condition), firstRank + index);
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
    this.#keptNumbers = 0;
    this.#keptRevision = revision;
  }
}

/** Gives a rank to those who have no better one. People newer than the columns wait for the next search. */
function mark(ranks: Uint8Array, found: readonly number[], rank: number): void {
  for (const seq of found) if (ranks[seq] === 0) ranks[seq] = rank;
}

function countVisible({ order, departed }: PeopleColumns, ranks: Uint8Array, withDeparted: boolean): number {
  let count = 0;
  for (const seq of order) if (ranks[seq] !== 0 && (withDeparted || departed[seq] === 0)) count++;
  return count;
}
