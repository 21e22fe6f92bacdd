import type { Executor } from '../../../database/connect.ts';
import { foldedWords } from '../folding.ts';
import { emailKey, employeeKey, loginKey } from '../identity-keys.ts';
import { nameKey } from '../search/words.ts';
import { findByNames } from './directory-store.ts';
import type { KnownPeople } from './known-people.ts';
import type { RowId } from '../../../platform/ids.ts';

/** A distinguished name of the company's directory: `CN=Claire Montagnier,OU=…`. */
const DISTINGUISHED = /^(?:CN|OU|UID)=(?<name>(?:[^,\\]|\\.)*),/i;

/**
 * Finds the people that a file names as managers: by employee number, login name, handle, mail, distinguished name or name.
 */
export class ManagerReferences {
  readonly #db: Executor;
  readonly #known: KnownPeople;
  readonly #distinguished = new Map<string, RowId>();

  constructor(db: Executor, known: KnownPeople) {
    this.#db = db;
    this.#known = known;
  }

  /** Records a person's distinguished name. */
  note(distinguishedName: string, id: RowId): void {
    this.#distinguished.set(distinguishedName.toLowerCase(), id);
  }

  /** For each reference, the ids of the people it may mean. */
  async resolve(references: readonly string[]): Promise<Map<string, RowId[]>> {
    const plain = references.filter((reference) => !DISTINGUISHED.test(reference)).map(bare);
    await this.#known.read({
      numbers: plain.map(employeeKey),
      logins: plain.map(loginKey),
      handles: plain.map(loginKey),
      emails: plain.filter((reference) => reference.includes('@')).map(emailKey),
    });
    const found = new Map(references.map((reference) => [reference, this.#byKey(reference)]));
    const names = references.filter((reference) => found.get(reference)!.length === 0);
    const byName = await this.#byName(names.map(nameKeyOf).filter(Boolean));
    for (const reference of names) found.set(reference, byName.get(nameKeyOf(reference)) ?? []);
    return found;
  }

  #byKey(reference: string): RowId[] {
    const id = this.#distinguished.get(reference.toLowerCase());
    if (id) return [id];
    const key = bare(reference);
    const person = this.#known.byNumber(key) ?? this.#known.byLogin(key) ?? this.#known.byHandle(loginKey(key)) ?? this.#known.byEmail(key); // prettier-ignore
    return person ? [person.id] : [];
  }

  /** Active people with these names, in the directory or only in the file. */
  async #byName(keys: readonly string[]): Promise<Map<string, RowId[]>> {
    const found = new Map<string, Set<RowId>>(keys.map((key) => [key, new Set()]));
    if (keys.length === 0) return new Map();
    for (const { id, name, status } of this.#known.changed())
      if (status === 'ACTIVE') found.get(nameKey(foldedWords(name)))?.add(id);
    for (const { id, key } of await findByNames(this.#db, keys))
      if (!this.#known.isChanged(id)) found.get(key)!.add(id);
    return new Map([...found].map(([key, ids]) => [key, [...ids]]));
  }
}

/** A handle without its @; an address without a name around it. */
function bare(reference: string): string {
  return (/<([^<>]+@[^<>]+)>$/.exec(reference)?.[1] ?? reference).replace(/^(?:@|mailto:)/i, '').trim();
}

function nameKeyOf(reference: string): string {
  const name = DISTINGUISHED.exec(reference)?.groups?.['name']?.replace(/\\(.)/g, '$1') ?? reference;
  return nameKey(foldedWords(name));
}
