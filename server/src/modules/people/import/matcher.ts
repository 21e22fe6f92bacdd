import type { Executor } from '../../../database/connect.ts';
import { newId } from '../../../platform/ids.ts';
import { fold } from '../folding.ts';
import { BadRow, type PersonDraft } from './person-draft.ts';
import { findBy } from '../people-store.ts';
import { newPersonDetails, type Person, type PersonDetails } from '../person.ts';

export type DraftOnLine = PersonDraft & { line: number };

/** A row and whom it is about. */
export interface ImportMatch {
  line: number;
  id: string;
  details: PersonDetails;
  change: 'added' | 'updated' | 'unchanged';
  /** What changed. */
  fields: string[];
  manager: string | undefined;
}

/** Finds out whom each row of an import is about. */
export class ImportMatcher {
  readonly #db: Executor;
  /** Whom a handle or an email belongs to, once this import is through. */
  readonly #byHandle = new Map<string, string>();
  readonly #byEmail = new Map<string, string>();
  readonly #present = new Map<string, Person>();
  readonly #lines = new Map<string, number>();

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Reads those of the directory whom the drafts may be about. */
  async look(drafts: readonly DraftOnLine[]): Promise<void> {
    const handles = drafts.flatMap(({ details }) => details.handle ?? (details.email ? handleFrom(details.email) : []));
    const emails = drafts.flatMap(({ details }) => details.email?.toLowerCase() ?? []);
    await this.#read(handles, emails);
  }

  /** @throws {BadRow} when it is about nobody in particular, or about somebody whom another row is about. */
  async match({ line, details, manager }: DraftOnLine): Promise<ImportMatch> {
    const byHandle = details.handle && this.#byHandle.get(details.handle);
    const byEmail = details.email && this.#byEmail.get(details.email.toLowerCase());
    if (byHandle && byEmail && byHandle !== byEmail)
      throw new BadRow(`The handle ${details.handle} and the email ${details.email} belong to two people.`);
    const id = byHandle || byEmail || newId();
    const earlier = this.#lines.get(id);
    if (earlier !== undefined) throw new BadRow(`Line ${earlier} is about the same person.`);
    const present = this.#present.get(id);
    const match = present
      ? updated(present, details)
      : { details: await this.#added(details), change: 'added' as const, fields: [] };
    this.#lines.set(id, line);
    this.#byHandle.set(match.details.handle, id);
    if (match.details.email) this.#byEmail.set(match.details.email.toLowerCase(), id);
    return { line, id, manager, ...match };
  }

  /** The ids of people by handle or email, those of this import included. */
  async resolve(references: readonly string[]): Promise<Map<string, string>> {
    const unknown = references.filter((reference) => !this.#idOf(reference));
    await this.#read(
      unknown.filter((reference) => !reference.includes('@')),
      unknown.filter((reference) => reference.includes('@')),
    );
    return new Map(
      references.flatMap((reference) => {
        const id = this.#idOf(reference);
        return id ? [[reference, id] as const] : [];
      }),
    );
  }

  #idOf(reference: string): string | undefined {
    return reference.includes('@') ? this.#byEmail.get(reference) : this.#byHandle.get(reference);
  }

  async #read(handles: readonly string[], emails: readonly string[]): Promise<void> {
    const people = [
      ...(await findBy(this.#db, 'handle', handles)).values(),
      ...(await findBy(this.#db, 'email_key', emails)).values(),
    ];
    for (const person of people) {
      if (this.#lines.has(person.id)) continue;
      this.#present.set(person.id, person);
      this.#byHandle.set(person.handle, person.id);
      if (person.email) this.#byEmail.set(person.email.toLowerCase(), person.id);
    }
  }

  async #added(draft: Partial<PersonDetails>): Promise<PersonDetails> {
    if (!draft.name) throw new BadRow('Somebody new needs a name.');
    const handle = draft.handle ?? (await this.#freeHandle(handleFrom(draft.email!)));
    return { ...newPersonDetails(handle, draft.name), ...draft };
  }

  /** The handle, or the same with a number when it is somebody's. */
  async #freeHandle(wanted: string): Promise<string> {
    for (let number = 2, handle = wanted; ; number++) {
      await this.#read([handle], []);
      if (!this.#byHandle.has(handle)) return handle;
      handle = `${wanted}${number}`;
    }
  }
}

function updated(person: Person, draft: Partial<PersonDetails>): Pick<ImportMatch, 'details' | 'change' | 'fields'> {
  const { id: _id, managerId: _managerId, ...before } = person;
  const details = { ...before, ...draft };
  const fields = (Object.keys(draft) as (keyof PersonDetails)[]).filter(
    (field) => JSON.stringify(details[field]) !== JSON.stringify(before[field]),
  );
  return { details, fields, change: fields.length > 0 ? 'updated' : 'unchanged' };
}

function handleFrom(email: string): string {
  const handle = fold(email.split('@')[0]!)
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '');
  return handle.slice(0, 60) || 'person';
}
