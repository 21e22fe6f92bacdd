import { LRUCache } from 'lru-cache';
import type { RowId } from '../../platform/ids.ts';

/** How many people must have opened a page before others believe that there is one. */
const ENOUGH = 3;
/** How many pages are remembered: addresses can be invented. */
const MOST_PAGES = 1_000;

/** Who has opened pages that may be none, since anybody can ask for any address. Kept by each process for itself. */
export class PageWitnesses {
  readonly #people = new LRUCache<string, Set<RowId>>({ max: MOST_PAGES });

  /** Notes who has opened a page. Answers whether enough people have by now. */
  add(key: string, personId: RowId): boolean {
    const people = this.#people.get(key) ?? new Set();
    const isEnough = people.add(personId).size >= ENOUGH;
    if (isEnough) this.#people.delete(key);
    else this.#people.set(key, people);
    return isEnough;
  }
}
