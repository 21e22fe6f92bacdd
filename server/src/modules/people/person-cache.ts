import { LRUCache } from 'lru-cache';
import type { Person } from './person.ts';
import type { RowId } from '../../platform/ids.ts';

/** How many people are cached: all of a very large company, whose threads would otherwise cost a lookup for each author. */
const CAPACITY = 150_000;

/** People by id, so that the authors of a thread are not read each time. */
export class PersonCache {
  readonly #people = new LRUCache<RowId, Person>({ max: CAPACITY });
  #generation = 0;

  /** Caches people in advance. */
  async fill(batches: AsyncIterable<readonly Person[]>): Promise<void> {
    const generation = this.#generation;
    for await (const people of batches) {
      // Those who changed meanwhile may have been read in their former state.
      if (generation !== this.#generation) return;
      for (const person of people) this.#people.set(person.id, person);
    }
  }

  /** The people of these ids: from the cache, and the others from `read`. */
  async get(
    ids: readonly RowId[],
    read: (ids: readonly RowId[]) => Promise<Map<string, Person>>,
  ): Promise<Map<string, Person>> {
    const found = new Map<string, Person>();
    const missing: RowId[] = [];
    for (const id of new Set(ids)) {
      const person = this.#people.get(id);
      if (person) found.set(id, person);
      else missing.push(id);
    }
    if (missing.length > 0) {
      const generation = this.#generation;
      for (const [id, person] of await read(missing)) {
        found.set(id, person);
        // A person who changed during the read may have been read in their former state. A merged entry is not cached under
        // its own id, because only the id of its person will be invalidated.
        if (generation === this.#generation && id === person.id) this.#people.set(person.id, person);
      }
    }
    return found;
  }

  peek(id: RowId): Person | null {
    return this.#people.peek(id) ?? null;
  }

  forget(ids: readonly RowId[]): void {
    this.#generation++;
    for (const id of ids) this.#people.delete(id);
  }
}
