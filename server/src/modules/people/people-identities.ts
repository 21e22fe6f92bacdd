import type { DatabaseConnection } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdentifiedPerson } from '../../platform/viewer.ts';
import { freeHandle, proposeHandle } from './handle-proposal.ts';
import { emailKey, loginKey } from './identity-keys.ts';
import * as store from './identity-store.ts';
import { findByLogin } from './login-store.ts';
import { findBy, isTaken } from './people-store.ts';
import { newPerson, type PeopleWriter } from './people-writer.ts';
import { newPersonDetails, type Person } from './person.ts';

/** What a sign-in says of a person. See `Claims` of the sign-in. */
export interface SignInClaims {
  account?: { issuer: string; subject: string | null } | undefined;
  userName?: string | undefined;
  formerHandle?: string | undefined;
  mails: readonly string[];
  doubtfulMails: readonly string[];
  name?: string | undefined;
}

export type SignInOutcome =
  | (IdentifiedPerson & { isNew: boolean; wanted?: string | undefined })
  | { denial: 'UNKNOWN' | 'DEPARTED' | 'UNPROVED_MAIL' | 'NO_SUBJECT' | 'NO_NAME' };

/** How often a concurrent request may win. */
const MOST_TRIES = 5;

const LONGEST_NAME = 200;

/**
 * Finds or adds the person of a sign-in. An account is linked to a person once, and from then on leads only to that person,
 * whatever else changes. Without a linked account, the order is handle, login name, verified mail address.
 */
export class PeopleIdentities {
  readonly #database: DatabaseConnection;
  readonly #writer: PeopleWriter;
  readonly #clock: Clock;

  constructor(database: DatabaseConnection, writer: PeopleWriter, clock: Clock) {
    this.#database = database;
    this.#writer = writer;
    this.#clock = clock;
  }

  /** @param provision - Whether to add a person who is not in the directory. */
  async signIn(claims: SignInClaims, provision: boolean): Promise<SignInOutcome> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#signIn(claims, provision);
      } catch (error) {
        // A concurrent request, of the same person or for the same handle, was faster.
        if (!isTaken(error) || tries === MOST_TRIES) throw error;
      }
    }
  }

  async #signIn(claims: SignInClaims, provision: boolean): Promise<SignInOutcome> {
    const { db } = this.#database;
    const { issuer, subject = null } = claims.account ?? {};
    const linked = issuer && subject !== null ? await store.findByAccount(db, issuer, subject) : null;
    if (linked) return linked.status === 'ACTIVE' ? identified(linked) : { denial: 'DEPARTED' };

    const candidates = await this.#candidates(claims);
    const free: Person[] = [];
    for (const person of candidates)
      // A person who has an account of this issuer has another user name by now, and this one belongs to a new person.
      if (!issuer || !(await store.hasAccount(db, issuer, person.id))) free.push(person);
    const found = free.find(({ status }) => status === 'ACTIVE');
    if (found) {
      if (!issuer || subject === null) return identified(found);
      return (await this.#link({ issuer, subject }, found)) ? identified(found) : this.#signIn(claims, provision);
    }
    if (free.length > 0) return { denial: 'DEPARTED' };
    if (issuer && subject === null && candidates.length > 0) return { denial: 'NO_SUBJECT' };
    if (await this.#belongsToSomebody(claims.doubtfulMails)) return { denial: 'UNPROVED_MAIL' };
    return provision ? this.#add(claims) : { denial: 'UNKNOWN' };
  }

  /** The people who may be meant, the most likely first. */
  async #candidates({ account, userName, formerHandle, mails }: SignInClaims): Promise<Person[]> {
    const { db } = this.#database;
    const key = userName === undefined ? null : loginKey(userName);
    const handles = [key, formerHandle ?? null].filter((handle) => handle !== null);
    const byHandle = await findBy(db, 'handle', handles);
    const people = handles.map((handle) => byHandle.get(handle));
    // With a proxy, people are looked up for each request: the handle alone suffices then.
    if (!account && people[0]?.status === 'ACTIVE') return [people[0]];
    if (key !== null) people.push((await findByLogin(db, [key])).get(key));
    const mailKeys = mails.map(emailKey);
    const byMail = mailKeys.length > 0 ? await findBy(db, 'email_key', mailKeys) : new Map<string, Person>();
    // An address whose verification was not recorded counts: this sign-in has verified it.
    people.push(...mailKeys.map((mail) => byMail.get(mail)).filter((person) => person?.mailProved !== false));
    return [...new Map(people.filter((person) => person !== undefined).map((person) => [person.id, person])).values()];
  }

  /** Links an account to a person who has none of that issuer. False if they have one by now. */
  async #link(account: store.Account, person: Person): Promise<boolean> {
    return this.#database.transaction(async (trx) => {
      await store.lockPerson(trx, person.id);
      if (await store.hasAccount(trx, account.issuer, person.id)) return false;
      await store.addAccount(trx, account, person.id, this.#clock.now());
      return true;
    });
  }

  async #belongsToSomebody(mails: readonly string[]): Promise<boolean> {
    return mails.length > 0 && (await findBy(this.#database.db, 'email_key', mails.map(emailKey))).size > 0;
  }

  async #add({ account, userName, mails, doubtfulMails, name }: SignInClaims): Promise<SignInOutcome> {
    const { db } = this.#database;
    const subject = account?.subject ?? null;
    const source = userName ?? mails[0] ?? doubtfulMails[0] ?? subject;
    if (source === null || (subject === null && userName === undefined && mails.length === 0))
      return { denial: 'NO_NAME' };
    const wanted = proposeHandle(source);
    const handle = await freeHandle(db, wanted);
    const taken = await findBy(db, 'email_key', mails.map(emailKey));
    const email = mails.find((mail) => !taken.has(emailKey(mail))) ?? null;
    const details = { ...newPersonDetails(handle, readName(name) || handle), email, mailProved: email ? true : null };
    const logins = { source: 'SIGN_IN' as const, names: userName === undefined ? [] : [userName] };
    const person = {
      ...newPerson(details),
      ...(account && subject !== null ? { account: { issuer: account.issuer, subject } } : { logins }),
    };
    await this.#writer.write('server', { added: [person] });
    const { id } = person;
    return {
      person: { id, handle, name: details.name },
      role: details.role,
      kind: details.kind,
      isNew: true,
      wanted: handle === wanted ? undefined : wanted,
    };
  }
}

function readName(name: string | undefined): string {
  const seen = (name ?? '').replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\s]+/gu, ' ').trim();
  return seen.slice(0, LONGEST_NAME).toWellFormed();
}

function identified({ id, handle, name, role, kind }: Person): IdentifiedPerson & { isNew: boolean } {
  return { person: { id, handle, name }, role, kind, isNew: false };
}
