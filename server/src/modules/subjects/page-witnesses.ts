/** How many people must have opened a page before others believe that there is one. */
const ENOUGH = 3;
/** How many pages are remembered: addresses can be invented. */
const MOST_PAGES = 1_000;

/** Who has opened pages that may be none, since anybody can ask for any address. Kept by each process for itself. */
export class PageWitnesses {
  readonly #people = new Map<string, Set<string>>();

  /** Notes who has opened a page. Answers whether enough people have by now. */
  add(key: string, personId: string): boolean {
    const people = this.#people.get(key) ?? new Set();
    this.#people.delete(key);
    if (people.add(personId).size >= ENOUGH) return true;
    this.#people.set(key, people);
    if (this.#people.size > MOST_PAGES) this.#people.delete(this.#people.keys().next().value!);
    return false;
  }
}
