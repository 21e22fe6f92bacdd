/** What one owner brought and nobody else has used yet is a share of all that is kept. */
const shares = 8;

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
  /** Who brought it; null once somebody else has used it too, or where it always stays. */
  owner: string | null;
}

/**
 * Keeps what was prepared, so that it is there at the next use. What one person or address brings pushes out their own
 * first, and never what two have used: whoever sends documents that nobody needs loses those alone. An LRU knows no owners.
 */
export class DocumentCache<Value> {
  readonly #capacity: number;
  readonly #pinned = new Map<string, Value>();
  /** Each with the least recently used first. */
  readonly #shared = new Map<string, Entry<Value>>();
  readonly #owned = new Map<string, Map<string, Entry<Value>>>();
  readonly #ownerOf = new Map<string, string>();
  readonly #weights = new Map<string | null, number>();
  #total = 0;

  /** @param capacity - Of all weights together. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The sum of all weights, without those that always stay. */
  get weight(): number {
    return this.#total;
  }

  get size(): number {
    return this.#shared.size + this.#ownerOf.size;
  }

  get(key: string, owner: string): Value | undefined {
    const pinned = this.#pinned.get(key);
    if (pinned) return pinned;
    const shared = this.#shared.get(key);
    if (shared) {
      this.#shared.delete(key);
      this.#shared.set(key, shared);
      return shared.value;
    }
    const first = this.#ownerOf.get(key);
    if (first === undefined) return undefined;
    const entry = this.#owned.get(first)!.get(key)!;
    this.#remove(key, entry);
    this.#put(key, { ...entry, owner: first === owner ? owner : null });
    return entry.value;
  }

  /** Keeps something for ever. */
  pin(key: string, value: Value): void {
    this.#pinned.set(key, value);
  }

  set(key: string, value: Value, owner: string, weight: number): void {
    if (weight > this.#capacity / shares) return;
    this.#put(key, { value, weight, owner });
  }

  #put(key: string, entry: Entry<Value>): void {
    const { owner, weight } = entry;
    if (owner === null) {
      this.#shared.set(key, entry);
    } else {
      const owned = this.#owned.get(owner);
      if (owned) owned.set(key, entry);
      else this.#owned.set(owner, new Map([[key, entry]]));
      this.#ownerOf.set(key, owner);
    }
    this.#total += weight;
    this.#weights.set(owner, (this.#weights.get(owner) ?? 0) + weight);
    // Half is for what several use; of the other half, each has a part.
    this.#trim(owner, owner === null ? this.#capacity / 2 : this.#capacity / shares);
    while (this.#total > this.#capacity) this.#trim(this.#heaviest(), 0, 1);
  }

  /** Lets the oldest of an owner go until what is left weighs no more than `most`, or so many have gone. */
  #trim(owner: string | null, most: number, count = Infinity): void {
    const entries = owner === null ? this.#shared : this.#owned.get(owner)!;
    let gone = 0;
    for (const [key, entry] of entries) {
      if (this.#weights.get(owner)! <= most || gone >= count) return;
      this.#remove(key, entry);
      gone += 1;
    }
  }

  #remove(key: string, { owner, weight }: Entry<Value>): void {
    if (owner === null) {
      this.#shared.delete(key);
    } else {
      const owned = this.#owned.get(owner)!;
      owned.delete(key);
      if (owned.size === 0) this.#owned.delete(owner);
      this.#ownerOf.delete(key);
    }
    this.#total -= weight;
    const left = this.#weights.get(owner)! - weight;
    if (left > 0) this.#weights.set(owner, left);
    else this.#weights.delete(owner);
  }

  /** Never the shared ones, which have a half of their own. */
  #heaviest(): string {
    let heaviest: [string, number] = ['', -1];
    for (const [owner, weight] of this.#weights) {
      if (owner !== null && weight > heaviest[1]) heaviest = [owner, weight];
    }
    return heaviest[0];
  }
}
