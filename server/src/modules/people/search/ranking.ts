import type { PeopleColumns } from './columns.ts';

/** Who a search has found so far, each with the best rank they were found with. */
export class PeopleRanking {
  /** The people found, in no particular order. */
  readonly found: number[] = [];
  /** The rank of each `seq`, 1 the best; 0 is not found. */
  readonly #ranks: Uint8Array;
  readonly #columns: PeopleColumns;
  readonly #withDeparted: boolean;

  constructor(columns: PeopleColumns, withDeparted: boolean) {
    this.#ranks = new Uint8Array(columns.size);
    this.#columns = columns;
    this.#withDeparted = withDeparted;
  }

  /** How large an array by `seq` is. */
  get size(): number {
    return this.#ranks.length;
  }

  mayBeFound(seq: number): boolean {
    return this.#withDeparted || this.#columns.departed[seq] === 0;
  }

  /** Gives somebody who may be found a rank, unless they have a better one. */
  offer(seq: number, rank: number): void {
    const current = this.#ranks[seq];
    if (current === 0 && this.mayBeFound(seq)) {
      this.#ranks[seq] = rank;
      this.found.push(seq);
    } else if (current! > rank) {
      this.#ranks[seq] = rank;
    }
  }

  /** Where somebody stands: by rank, the departed after the others, then by name. The lower the earlier. */
  keyOf(seq: number): number {
    return keyOf(this.#ranks[seq]!, this.#columns.departed[seq]!, this.#columns.position[seq]!);
  }

  /** With what rank somebody was found. */
  rankOf(seq: number): number {
    return this.#ranks[seq]!;
  }

  /** What a cursor says of where somebody stands: it holds when names come in between. */
  cursorKeyOf(seq: number): [rank: number, departed: number, seq: number] {
    return [this.#ranks[seq]!, this.#columns.departed[seq]!, seq];
  }

  /** The same place, found again from a cursor. */
  keyAt([rank, departed, seq]: readonly (string | number | null)[]): number {
    return keyOf(Number(rank), Number(departed), this.#columns.position[Number(seq)] ?? 0);
  }
}

/** One number to compare by: ranks are few, and positions below 2³¹. */
function keyOf(rank: number, departed: number, position: number): number {
  return (2 * rank + departed) * 2 ** 31 + position;
}
