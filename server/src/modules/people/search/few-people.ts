import { setImmediate as nextTurn } from 'node:timers/promises';
import { foldedWords } from '../folding.ts';
import { emailKey } from '../identity-keys.ts';
import { indexedWords } from '../people-rows.ts';
import type { Person } from '../person.ts';
import { PeopleColumns } from './columns.ts';
import { type DirectorySnapshot, PeopleFinder } from './finder.ts';
import { phoneticKey } from './phonetic-key.ts';
import type { PersonKeys } from './query.ts';
import type { Term } from './search.ts';
import { PeopleVocabulary } from './vocabulary.ts';
import { nameKey, phoneKey, sortName } from './words.ts';

/** How many are made before other work gets a turn of the event loop. */
const BATCH = 500;

interface Entry {
  seq: number;
  person: Person;
  words: Record<'name' | 'profile', readonly string[]>;
}

/**
 * A few people as a directory of their own, for a viewer who may find no one else: neither the results nor the time that a
 * search takes depend on other people, whose words the common index and vocabulary contain.
 */
export class FewPeople {
  readonly finder: PeopleFinder;
  readonly people: readonly Person[];
  readonly bySeq: ReadonlyMap<number, Person>;
  readonly #entries: readonly Entry[];

  /** Use {@link FewPeople.of}. */
  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    this.people = entries.map(({ person }) => person);
    this.bySeq = new Map(this.people.entries());
    const snapshot = this.#snapshot();
    this.finder = new PeopleFinder({
      snapshot: async () => snapshot,
      having: async (anyOf) => this.#seqs(({ words }) => anyOf.some((term) => hasTerm(words, term))),
      byKeys: async (keys, contacts) => this.#seqs(({ person }) => hasKey(person, keys, contacts)),
    });
  }

  static async of(people: readonly Person[]): Promise<FewPeople> {
    const entries: Entry[] = [];
    for (const [seq, person] of people.entries()) {
      entries.push({ seq, person, words: indexedWords(person) });
      if (entries.length % BATCH === 0) await nextTurn();
    }
    return new FewPeople(entries);
  }

  #snapshot(): DirectorySnapshot {
    const columns = new PeopleColumns();
    for (const { seq, person } of this.#entries) {
      const { status, jobTitle, department, location, expertise } = person;
      columns.put({ seq, status, job_title: jobTitle, department, location, expertise: JSON.stringify(expertise) });
    }
    const byName = this.#entries.map(({ seq, person }) => ({ seq, key: sortName(person.name) }));
    byName.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
    columns.setOrder(Int32Array.from(byName, ({ seq }) => seq));
    const words = new Set(this.#entries.flatMap(({ words: { name, profile } }) => [...name, ...profile]));
    const vocabulary = new PeopleVocabulary([...words].map((word) => ({ word, sound: phoneticKey(word) })));
    return { columns, vocabulary, revision: 0 };
  }

  #seqs(fits: (entry: Entry) => boolean): number[] {
    return this.#entries.filter(fits).map(({ seq }) => seq);
  }
}

function hasTerm(words: Entry['words'], { field, word, begun }: Term): boolean {
  if (field === 'sign') return false;
  return words[field].some((one) => (begun ? one.startsWith(word) : one === word));
}

function hasKey({ name, handle, email, phone }: Person, keys: PersonKeys, contacts: boolean): boolean {
  if (nameKey(foldedWords(name)) === keys.nameKey || handle === keys.handle) return true;
  if (!contacts) return false;
  return (
    (email !== null && emailKey(email) === keys.email) ||
    (phone !== null && keys.phone !== null && phoneKey(phone) === keys.phone)
  );
}
