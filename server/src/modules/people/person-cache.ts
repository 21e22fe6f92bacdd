import { LRUCache } from 'lru-cache';
import type { Person } from './person.ts';

/** How many people are kept: those who write and react, in a large company; some 10 MB. */
const CAPACITY = 10_000;

/** The people last asked for, by id, so that a thread of fifty comments need not read its authors each time. */
export class PersonCache {
  readonly #people = new LRUCache<string, Person>({ max: CAPACITY });
  #generation = 0;

  /** The people of these ids: those kept, and the others as `read` finds them. */
  async get(
    ids: readonly string[],
    read: (ids: readonly string[]) => Promise<Map<string, Person>>,
  ): Promise<Map<string, Person>> {
    const found = new Map<string, Person>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const person = this.#people.get(id);
      if (person) found.set(id, person);
      else missing.push(id);
    }
    if (missing.length > 0) {
      const generation = this.#generation;
      for (const [id, person] of await read(missing)) {
        found.set(id, person);
        // Somebody who changed while we were reading may have been read as they were; and who turned out to be
        // somebody else is forgotten with that person.
        if (generation === this.#generation && id === person.id) this.#people.set(id, person);
      }
    }
    return found;
  }

  peek(id: string): Person | null {
    return this.#people.peek(id) ?? null;
  }

  forget(ids: readonly string[]): void {
    this.#generation++;
    for (const id of ids) this.#people.delete(id);
  }
}
