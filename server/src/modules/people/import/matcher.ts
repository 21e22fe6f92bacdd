import type { Executor } from '../../../database/connect.ts';
import { newId, type RowId } from '../../../platform/ids.ts';
import { emailKey, employeeKey, loginKey } from '../identity-keys.ts';
import { newPersonDetails, type Person, type PersonDetails } from '../person.ts';
import { isReservedHandle } from '../reserved-handles.ts';
import { handleFromName, proposedHandle } from './handle-proposal.ts';
import { KeyClaims, nameOf } from './key-claims.ts';
import { type Candidate, candidates, KnownPeople } from './known-people.ts';
import { BadRow, type KeysOfRow, type PersonDraft } from './person-draft.ts';
import { refuseLastAdministrator, withoutForbiddenRights } from './row-rights.ts';
import { type FoundBy, isOfName, isSamePerson } from './same-person.ts';

export type DraftOnLine = PersonDraft & { line: number };

/** A row and its person. */
export interface ImportMatch {
  line: number;
  id: RowId;
  details: PersonDetails;
  loginNames: readonly string[] | undefined;
  manager: string | undefined;
  distinguishedName: string | undefined;
  change: 'added' | 'updated' | 'unchanged';
  /** The names of the changed fields. */
  fields: string[];
  /** People whose unverified mail address the row takes, as they are without it. */
  released: Person[];
  warnings: string[];
}

/** Finds the person of each row of an import. */
export class ImportMatcher {
  readonly #db: Executor;
  readonly #known: KnownPeople;
  readonly #samePerson: ReadonlySet<string>;
  readonly #lines = new Map<string, number>();

  /** @param samePerson - Handles of people who are the same in the file, even if name and mail address have changed. */
  constructor(db: Executor, samePerson: readonly string[] = []) {
    this.#db = db;
    this.#known = new KnownPeople(db);
    this.#samePerson = new Set(samePerson.map(loginKey));
  }

  /** People of the directory, and of the rows so far. */
  get known(): KnownPeople {
    return this.#known;
  }

  /** Reads the people of the directory that the drafts may belong to. */
  async look(drafts: readonly KeysOfRow[]): Promise<void> {
    const logins = drafts.flatMap(({ loginNames }) => (loginNames ?? []).map(loginKey));
    await this.#known.read({
      numbers: drafts.flatMap(({ details: { employeeNumber } }) => (employeeNumber ? employeeKey(employeeNumber) : [])),
      logins,
      handles: [...logins, ...drafts.map(proposedHandle)],
      emails: [
        ...logins.filter((login) => login.includes('@')),
        ...drafts.flatMap(({ details: { email } }) => (email ? emailKey(email) : [])),
      ],
    });
  }

  /** @throws {BadRow} if it does not identify one person, or another row has the same person. */
  async match(row: DraftOnLine): Promise<ImportMatch> {
    const { line, manager, distinguishedName } = row;
    const present = await this.#find(row);
    const draft = withoutReserved(row, present);
    const keys = new KeyClaims(this.#known, draft, present);
    const { loginNames, released, warnings } = keys;
    const details = withoutForbiddenRights(keys.details, present, warnings);
    const match = present
      ? { id: present.id, ...updated(present, details) }
      : { id: newId(), details: await this.#added(draft, details), change: 'added' as const, fields: [] };
    if (present) await refuseLastAdministrator(this.#db, this.#known, present, match.details);
    if (match.details.handle !== (draft.details.handle ?? match.details.handle)) keys.reportHandle(match.details);
    this.#lines.set(match.id, line);
    for (const person of released) this.#known.put(person);
    const isKept = present && match.change === 'unchanged';
    const after = isKept ? present : { ...match.details, id: match.id, managerId: present?.managerId ?? null };
    this.#known.put(after, loginNames);
    return { line, manager, distinguishedName, loginNames, released, warnings, ...match };
  }

  /** The people that a skipped row may belong to: they do not count as missing from the file. */
  idsNear({ details, loginNames = [] }: KeysOfRow): RowId[] {
    return [
      details.employeeNumber && this.#known.byNumber(details.employeeNumber),
      ...candidates(this.#known, details, loginNames).map(({ person }) => person),
    ].flatMap((person) => (person ? person.id : []));
  }

  async #find({ details, loginNames = [] }: PersonDraft): Promise<Person | undefined> {
    const byNumber = details.employeeNumber ? this.#known.byNumber(details.employeeNumber) : undefined;
    if (byNumber) return this.#once(byNumber);
    const found = candidates(this.#known, details, loginNames);
    const same = found.filter((candidate) => this.#isSame(details, candidate)).map(({ person }) => person);
    const [person] = same;
    const other = same.find(({ id }) => id !== person!.id);
    if (other) {
      throw new BadRow(
        `The keys of this row belong to two people, ${nameOf(person!)} and ${nameOf(other)}. If they are one: parvis people merge ${other.handle} ${person!.handle}.`,
      );
    }
    if (person) return this.#once(person);
    for (const { person: owner, foundBy } of found) if (foundBy !== 'email') this.#refuseKeyOf(owner, foundBy, details);
    const hasOwnKey = details.handle ?? details.employeeNumber ?? loginNames[0];
    return found.length > 0 && !hasOwnKey ? this.#withoutMail(details) : undefined;
  }

  #isSame(row: Partial<PersonDetails>, { person, foundBy }: Candidate): boolean {
    if (this.#samePerson.has(person.handle)) return true;
    if (!isSamePerson(row, person, foundBy)) return false;
    // In one file, two names are two people.
    return foundBy !== 'email' || !this.#lines.has(person.id) || isOfName(row, person);
  }

  #once(person: Person): Person {
    const earlier = this.#lines.get(person.id);
    if (earlier !== undefined) throw new BadRow(`Line ${earlier} is about the same person.`);
    return person;
  }

  /** @throws {BadRow} if an active person has the handle or login name. */
  #refuseKeyOf(owner: Person, key: FoundBy, { name, handle }: Partial<PersonDetails>): void {
    const earlier = this.#lines.get(owner.id);
    if (earlier !== undefined) throw new BadRow(`Line ${earlier} has the same ${key}, for ${nameOf(owner)}.`);
    if (owner.status === 'DEPARTED') return;
    throw new BadRow(
      `The ${key}${handle && key === 'handle' ? ` ${handle}` : ''} belongs to ${nameOf(owner)}, and ${name ?? 'this'} seems to be another person, with another name and mail. If they are one person, use --same-person ${owner.handle} or provide employee numbers; if not, mark ${owner.name} as departed first.`,
    );
  }

  /** A person imported without a shared mail address: found by the handle derived from their name. */
  async #withoutMail({ name = '' }: Partial<PersonDetails>): Promise<Person | undefined> {
    const handle = handleFromName(name);
    await this.#known.read({ handles: [handle] });
    const person = this.#known.byHandle(handle);
    return person && person.email === null && isOfName({ name }, person) ? this.#once(person) : undefined;
  }

  async #added(draft: DraftOnLine, details: Partial<PersonDetails>): Promise<PersonDetails> {
    if (!details.name) throw new BadRow('A new person needs a name.');
    const sharesMail = draft.details.email !== details.email;
    const wanted = sharesMail && !draft.details.handle && !draft.loginNames?.length ? handleFromName(details.name) : proposedHandle(draft); // prettier-ignore
    const handle = details.handle ?? (await this.#freeHandle(wanted));
    return { ...newPersonDetails(handle, details.name), ...details };
  }

  /** The handle, with a number if it is taken. */
  async #freeHandle(wanted: string): Promise<string> {
    for (let number = 2, handle = wanted; ; number++) {
      await this.#known.read({ handles: [handle] });
      if (!this.#known.byHandle(handle) && !isReservedHandle(handle)) return handle;
      handle = `${wanted}${number}`;
    }
  }
}

/**
 * The row without a reserved handle, unless the person already has it.
 *
 * @throws {BadRow} if nothing else identifies the person.
 */
function withoutReserved(row: DraftOnLine, present: Person | undefined): DraftOnLine {
  const { handle, ...details } = row.details;
  if (handle === undefined || !isReservedHandle(handle) || present?.handle === handle) return row;
  const warning = `“${handle}” cannot be a handle, because it has another meaning.`;
  if (!present && !details.email && !details.employeeNumber && !row.loginNames?.length)
    throw new BadRow(`${warning} Provide another one, or a login, email or employee number.`);
  return { ...row, details, warnings: [...row.warnings, `${warning} It was skipped.`] };
}

function updated(person: Person, draft: Partial<PersonDetails>): Pick<ImportMatch, 'details' | 'change' | 'fields'> {
  const { id: _id, managerId: _managerId, ...before } = person;
  const details = { ...before, ...draft };
  const fields = (Object.keys(draft) as (keyof PersonDetails)[]).filter(
    (field) => JSON.stringify(details[field]) !== JSON.stringify(before[field]),
  );
  return { details, fields, change: fields.length > 0 ? 'updated' : 'unchanged' };
}
