import type { Executor } from '../../../database/connect.ts';
import { emailKey, employeeKey, loginKey } from '../identity-keys.ts';
import { findByLogin } from '../login-store.ts';
import { findBy } from '../people-store.ts';
import type { Person, PersonDetails } from '../person.ts';
import type { FoundBy } from './same-person.ts';
import type { RowId } from '../../../platform/ids.ts';

/** Keys for looking up people, in the form of `identity-keys.ts`. */
export interface KeysToRead {
  numbers?: readonly string[];
  logins?: readonly string[];
  handles?: readonly string[];
  emails?: readonly string[];
}

type KeyKind = 'number' | 'login' | 'handle' | 'email';

/** A person who has one of the keys of a row. */
export interface Candidate {
  person: Person;
  foundBy: FoundBy;
}

/** The people that rows may belong to, with the changes of the rows before. */
export class KnownPeople {
  readonly #db: Executor;
  readonly #people = new Map<string, Person>();
  readonly #ids: Record<KeyKind, Map<string, RowId>> = {
    number: new Map(),
    login: new Map(),
    handle: new Map(),
    email: new Map(),
  };
  /** People that the import has changed: its version is newer than the directory's. */
  readonly #changed = new Set<string>();
  /** Keys that people of the import have released; in a dry run the directory still has them. */
  readonly #freed = new Set<string>();

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Reads the people of the directory who have one of these keys. */
  async read({ numbers = [], logins = [], handles = [], emails = [] }: KeysToRead): Promise<void> {
    this.#add('number', await findBy(this.#db, 'employee_key', this.#unknown('number', numbers)));
    this.#add('login', await findByLogin(this.#db, this.#unknown('login', logins)));
    this.#add('handle', await findBy(this.#db, 'handle', this.#unknown('handle', handles)));
    this.#add('email', await findBy(this.#db, 'email_key', this.#unknown('email', emails)));
  }

  byNumber(number: string): Person | undefined {
    return this.#by('number', employeeKey(number));
  }

  byLogin(name: string): Person | undefined {
    return this.#by('login', loginKey(name));
  }

  byHandle(handle: string): Person | undefined {
    return this.#by('handle', handle);
  }

  byEmail(email: string): Person | undefined {
    return this.#by('email', emailKey(email));
  }

  /** Stores a person as a row leaves them. */
  put(person: Person, logins: readonly string[] = []): void {
    const former = this.#people.get(person.id);
    if (former && former !== person) this.#forget(former);
    this.#people.set(person.id, person);
    this.#changed.add(person.id);
    this.#ids.handle.set(person.handle, person.id);
    if (person.email) this.#ids.email.set(emailKey(person.email), person.id);
    if (person.employeeNumber) this.#ids.number.set(employeeKey(person.employeeNumber), person.id);
    for (const login of logins) this.#ids.login.set(loginKey(login), person.id);
  }

  /** The people of rows so far. */
  *changed(): Iterable<Person> {
    for (const id of this.#changed) yield this.#people.get(id)!;
  }

  isChanged(id: RowId): boolean {
    return this.#changed.has(id);
  }

  #forget({ id, handle, email, employeeNumber }: Person): void {
    const drop = (key: KeyKind, value: string) => {
      if (this.#ids[key].get(value) !== id) return;
      this.#ids[key].delete(value);
      this.#freed.add(`${key} ${value}`);
    };
    drop('handle', handle);
    if (email) drop('email', emailKey(email));
    if (employeeNumber) drop('number', employeeKey(employeeNumber));
  }

  #by(key: KeyKind, value: string): Person | undefined {
    const id = this.#ids[key].get(value);
    return id === undefined ? undefined : this.#people.get(id);
  }

  #unknown(key: KeyKind, values: readonly string[]): string[] {
    return [...new Set(values)].filter((value) => !this.#ids[key].has(value));
  }

  #add(key: KeyKind, found: ReadonlyMap<string, Person>): void {
    for (const [value, person] of found) {
      if (!this.#changed.has(person.id)) this.#know(person);
      if (!this.#freed.has(`${key} ${value}`)) this.#ids[key].set(value, person.id);
    }
  }

  /** Stores a person of the directory under all their keys, so that they are not read again for another one. */
  #know(person: Person): void {
    const { id, handle, email, employeeNumber } = person;
    this.#people.set(id, person);
    const keep = (key: KeyKind, value: string) => {
      if (!this.#ids[key].has(value) && !this.#freed.has(`${key} ${value}`)) this.#ids[key].set(value, id);
    };
    keep('handle', handle);
    if (email) keep('email', emailKey(email));
    if (employeeNumber) keep('number', employeeKey(employeeNumber));
  }
}

/**
 * The people who have a login name, the handle or the mail address of a row, in this order. An unverified address finds no
 * one.
 */
export function candidates(
  known: KnownPeople,
  { handle, email }: Partial<PersonDetails>,
  loginNames: readonly string[],
): Candidate[] {
  const mails = email ? [email] : loginNames.filter((name) => name.includes('@'));
  const found: [Person | undefined, FoundBy][] = [
    ...loginNames.flatMap((name): [Person | undefined, FoundBy][] => [
      [known.byLogin(name), 'login'],
      [known.byHandle(loginKey(name)), 'login'],
    ]),
    [handle ? known.byHandle(handle) : undefined, 'handle'],
    ...mails.map((mail): [Person | undefined, FoundBy] => [known.byEmail(mail), 'email']),
  ];
  return found.flatMap(([person, foundBy]) =>
    person && (foundBy !== 'email' || person.mailProved !== false) ? { person, foundBy } : [],
  );
}
