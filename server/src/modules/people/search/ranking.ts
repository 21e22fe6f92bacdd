import type { PeopleColumns } from './columns.ts';

/** The people that a search has found so far, each with their best rank. */
export class PeopleRanking {
  /** The people found, in no particular order. */
  readonly found: number[] = [];
  /** The rank of each `seq`, 1 is the best; 0 means not found. */
  readonly #ranks: Uint8Array;
  readonly #columns: PeopleColumns;
  readonly #withDeparted: boolean;

  constructor(columns: PeopleColumns, withDeparted: boolean) {
    this.#ranks = new Uint8Array(columns.size);
    this.#columns = columns;
    this.#withDeparted = withDeparted;
  }

  /** The length of the arrays that are indexed by `seq`. */
  get size(): number {
    return this.#ranks.length;
  }

  mayBeFound(seq: number): boolean {
    return this.#withDeparted || this.#columns.departed[seq] === 0;
  }

  /** Gives a person in the scope a rank, unless they have a better one. */
  offer(seq: number, rank: number): void {
    const current = this.#ranks[seq];
    if (current === 0 && this.mayBeFound(seq)) {
      this.#ranks[seq] = rank;
      this.found.push(seq);
    } else if (current! > rank) {
      this.#ranks[seq] = rank;
    }
  }

  /** The sort key of a person: by rank, departed people after the others, then by name. Lower comes first. */
  keyOf(seq: number): number {
    return keyOf(this.#ranks[seq]!, this.#columns.departed[seq]!, this.#columns.position[seq]!);
  }

  /** The rank of a found person. */
  rankOf(seq: number): number {
    return this.#ranks[seq]!;
  }

  /** The position of a person for a cursor: it stays valid when names are inserted. */
  cursorKeyOf(seq: number): [rank: number, departed: number, seq: number] {
    return [this.#ranks[seq]!, this.#columns.departed[seq]!, seq];
  }

  /** The same position, computed from a cursor. */
  keyAt([rank, departed, seq]: readonly (string | number | null)[]): number {
    return keyOf(Number(rank), Number(departed), this.#columns.position[Number(seq)] ?? 0);
  }
}

/** One number for comparison: ranks are small, and positions below 2³¹. */
function keyOf(rank: number, departed: number, position: number): number {
  return (2 * rank + departed) * 2 ** 31 + position;
}
