import type { Person, PersonDetails } from '../person.ts';
import type { KnownPeople } from './known-people.ts';
import type { PersonDraft } from './person-draft.ts';

/**
 * The unique keys that a row may give its person: another person's key stays theirs, unless they have departed or the key
 * is unverified.
 */
export class KeyClaims {
  readonly details: Partial<PersonDetails>;
  readonly loginNames: string[] | undefined;
  /** Former owners of the row's mail address, as they are without it. */
  readonly released: Person[] = [];
  readonly warnings: string[];
  readonly #known: KnownPeople;
  readonly #present: Person | undefined;

  constructor(known: KnownPeople, draft: PersonDraft, present: Person | undefined) {
    this.#known = known;
    this.#present = present;
    this.details = { ...draft.details };
    this.warnings = [...draft.warnings];
    this.#claimHandle();
    this.#claimEmail();
    this.loginNames = draft.loginNames?.filter((name) => this.#claimLogin(name));
  }

  /** Warns that a person's handle differs from that of the row. */
  reportHandle({ handle, name }: PersonDetails): void {
    const owner = this.#ownerOf;
    if (owner && !isNumbered(handle, owner.handle)) this.warnings.push(`The handle ${owner.handle} belongs to ${nameOf(owner)}: ${name} keeps ${handle}.`);
    else if (owner && !this.#present) this.warnings.push(`The handle ${owner.handle} belonged to ${nameOf(owner)}, who has left: ${name} gets ${handle}.`);
  } // prettier-ignore

  #ownerOf: Person | undefined;

  #claimHandle(): void {
    const { handle } = this.details;
    if (handle === undefined) return;
    const owner = this.#known.byHandle(handle);
    if (!owner || owner.id === this.#present?.id) return;
    this.#ownerOf = owner;
    delete this.details.handle;
  }

  #claimEmail(): void {
    const { email, name } = this.details;
    if (!email) return;
    const owner = this.#known.byEmail(email);
    if (!owner || owner.id === this.#present?.id) return;
    const who = name ?? this.#present?.name ?? 'this row';
    if (owner.mailProved === false || owner.status === 'DEPARTED') {
      this.released.push({ ...owner, email: null, mailProved: null });
      const reason = owner.status === 'DEPARTED' ? 'who has left' : 'who had claimed it at a sign-in without proof';
      this.warnings.push(`The email ${email} belonged to ${nameOf(owner)}, ${reason}: it is ${who}’s now.`);
    } else {
      delete this.details.email;
      delete this.details.mailProved;
      this.warnings.push(`The email ${email} belongs to ${nameOf(owner)}: ${who} is imported without it.`);
    }
  }

  #claimLogin(name: string): boolean {
    const owner = this.#known.byLogin(name);
    if (!owner || owner.id === this.#present?.id || owner.status === 'DEPARTED') return true;
    this.warnings.push(`The login name ${name} belongs to ${nameOf(owner)}, and is skipped here.`);
    return false;
  }
}

export function nameOf({ name, handle }: Pick<Person, 'name' | 'handle'>): string {
  return `${name} (${handle})`;
}

function isNumbered(handle: string, wanted: string): boolean {
  return handle.startsWith(wanted) && /^\d+$/.test(handle.slice(wanted.length));
}
