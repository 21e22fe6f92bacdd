import type { CursorKey, PageRequest } from '../../platform/connection.ts';
import type { PeopleColumns } from './people-columns.ts';
import type { QueryWord } from './people-query.ts';
import type { PeopleFacets, Tally } from './people-tally.ts';

/** How many values a cursor of the search holds. */
export const searchKeyLength = 3;

/** A word that was looked for, with all that may stand for it. */
export interface SoughtWord extends QueryWord {
  /** Words of the directory that it may be with a typing error; empty where none had to be forgiven. */
  mistyped: readonly string[];
}

/** The answer to a search: everybody found, in order, as numbers. */
export class FoundPeople {
  readonly words: readonly SoughtWord[];
  readonly facets: PeopleFacets;
  readonly #found: readonly number[];
  readonly #ranks: Uint8Array;
  readonly #columns: PeopleColumns;

  constructor(words: readonly SoughtWord[], { found, facets }: Tally, ranks: Uint8Array, columns: PeopleColumns) {
    this.words = words;
    this.facets = facets;
    this.#found = found;
    this.#ranks = ranks;
    this.#columns = columns;
  }

  get totalCount(): number {
    return this.#found.length;
  }

  /** The numbers of up to `page.limit` people, in the order in which `toConnection` wants them. */
  page({ after, before, backward, limit }: PageRequest): number[] {
    const start = after ? this.#indexBeyond(after) : 0;
    const end = before ? this.#indexAt(before) : this.#found.length;
    if (backward) return this.#found.slice(Math.max(start, end - limit), Math.max(start, end)).reverse();
    return this.#found.slice(start, Math.min(end, start + limit));
  }

  /** Where somebody stands in this list: by rank, the departed last, then by name. */
  cursorKey(seq: number): CursorKey {
    return [this.#ranks[seq]!, this.#columns.departed[seq]!, seq];
  }

  #indexBeyond(key: CursorKey): number {
    const index = this.#indexAt(key);
    return this.#found[index] === key[2] ? index + 1 : index;
  }

  /** The index of the first who does not come before the key, whether its person is still found or not. */
  #indexAt(key: CursorKey): number {
    let low = 0;
    let high = this.#found.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.cursorKey(this.#found[middle]!), key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare([rank, departed, seq]: CursorKey, [otherRank, otherDeparted, otherSeq]: CursorKey): number {
    const { position } = this.#columns;
    return (
      Number(rank) - Number(otherRank) ||
      Number(departed) - Number(otherDeparted) ||
      (position[Number(seq)] ?? 0) - (position[Number(otherSeq)] ?? 0)
    );
  }
}
