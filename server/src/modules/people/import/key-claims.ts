import type { Person, PersonDetails } from '../person.ts';
import type { KnownPeople } from './known-people.ts';
import type { PersonDraft } from './person-draft.ts';

/**
 * What a row may give somebody of the keys that only one person can have: what is another's stays theirs, unless they
 * have left, or nobody proved that it is theirs.
 */
export class KeyClaims {
  readonly details: Partial<PersonDetails>;
  readonly loginNames: string[] | undefined;
  /** Those whose mail goes to the person of the row, as they are without it. */
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

  /** Says that somebody is known by another handle than the row has. */
  tellHandle({ handle, name }: PersonDetails): void {
    const owner = this.#ownerOf;
    if (owner && !isNumbered(handle, owner.handle)) this.warnings.push(`The handle ${owner.handle} is that of ${nameOf(owner)}: ${name} stays ${handle}.`);
    else if (owner && !this.#present) this.warnings.push(`The handle ${owner.handle} was that of ${nameOf(owner)}, who left: ${name} is ${handle}.`);
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
      const reason = owner.status === 'DEPARTED' ? 'who left' : 'who said so at a sign-in and proved nothing';
      this.warnings.push(`The email ${email} was that of ${nameOf(owner)}, ${reason}: it is ${who}’s now.`);
    } else {
      delete this.details.email;
      delete this.details.mailProved;
      this.warnings.push(`The email ${email} is that of ${nameOf(owner)}: ${who} is taken without it.`);
    }
  }

  #claimLogin(name: string): boolean {
    const owner = this.#known.byLogin(name);
    if (!owner || owner.id === this.#present?.id || owner.status === 'DEPARTED') return true;
    this.warnings.push(`The login name ${name} is that of ${nameOf(owner)}, and left out here.`);
    return false;
  }
}

export function nameOf({ name, handle }: Pick<Person, 'name' | 'handle'>): string {
  return `${name} (${handle})`;
}

function isNumbered(handle: string, wanted: string): boolean {
  return handle.startsWith(wanted) && /^\d+$/.test(handle.slice(wanted.length));
}
