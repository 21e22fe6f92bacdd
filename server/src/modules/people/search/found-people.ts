import type { CursorKey, CursorShape, PageRequest } from '../../../platform/connection.ts';
import { IN_PROFILE, NAMED_IN_FULL } from './matching.ts';
import type { PeopleRanking } from './ranking.ts';
import type { QueryWord } from './query.ts';
import type { PeopleFacets, Tally } from './tally.ts';

/** The content of a search cursor. */
export const searchKeyShape: CursorShape = ['number', 'number', 'number'];

/** The number of degrees of closeness. */
const CLOSENESSES = 4;

/** The result of a search. */
export class FoundPeople {
  /** Every word of the search, including joined ones. */
  readonly words: readonly QueryWord[];
  /** Words that were ignored. */
  readonly unmatched: readonly string[];
  readonly facets: PeopleFacets;
  readonly #people: readonly number[];
  readonly #ranking: PeopleRanking;
  readonly #inOrder: boolean;

  /**
   * @param more.inOrder - Whether the matching people are sorted already.
   * @param more.unmatched - The words, as written, that were ignored because no one has them.
   */
  constructor(
    words: readonly QueryWord[],
    ranking: PeopleRanking,
    { passed, facets }: Tally,
    { inOrder = false, unmatched = [] }: { inOrder?: boolean; unmatched?: readonly string[] } = {},
  ) {
    this.#inOrder = inOrder;
    this.unmatched = unmatched;
    this.words = words;
    this.facets = facets;
    this.#people = passed;
    this.#ranking = ranking;
  }

  get totalCount(): number {
    return this.#people.length;
  }

  /** The `seq` of up to `page.limit` people, in the order that `toConnection` expects. */
  page({ after, before, backward, limit }: PageRequest): number[] {
    const from = after ? this.#ranking.keyAt(after) : -Infinity;
    const to = before ? this.#ranking.keyAt(before) : Infinity;
    const sign = backward ? -1 : 1;
    const nearest = new Nearest(limit);
    for (const seq of this.#people) {
      const key = this.#ranking.keyOf(seq);
      if (key > from && key < to) nearest.offer(sign * key, seq);
      if (this.#inOrder && !backward && nearest.isFull) break;
    }
    return nearest.seqs;
  }

  /** The `seq` of the first few, if the viewer is closer to some people than to others: see `closenessOf`. */
  nearest(closeness: (seq: number) => number, limit: number): number[] {
    const nearest = new Nearest(limit);
    for (const seq of this.#people)
      nearest.offer(this.tierOf(seq, closeness) * 2 ** 40 + this.#ranking.keyOf(seq), seq);
    return nearest.seqs;
  }

  /**
   * People whose full name was typed come first, then those found by name, the closest to the viewer first, then those
   * found by title or place.
   */
  tierOf(seq: number, closeness: (seq: number) => number): number {
    const rank = this.#ranking.rankOf(seq);
    if (rank === NAMED_IN_FULL) return 0;
    return 1 + closeness(seq) + (rank < IN_PROFILE ? 0 : CLOSENESSES);
  }

  cursorKey(seq: number): CursorKey {
    return this.#ranking.cursorKeyOf(seq);
  }
}

/** Keeps the entries with the lowest keys, in order: a page of twenty does not require sorting a hundred thousand. */
class Nearest {
  readonly seqs: number[] = [];
  readonly #keys: number[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#keys.length === this.#limit;
  }

  offer(key: number, seq: number): void {
    const full = this.isFull;
    if (full && key >= this.#keys[this.#limit - 1]!) return;
    let index = this.#keys.length;
    while (index > 0 && this.#keys[index - 1]! > key) index--;
    this.#keys.splice(index, 0, key);
    this.seqs.splice(index, 0, seq);
    if (full) {
      this.#keys.pop();
      this.seqs.pop();
    }
  }
}
