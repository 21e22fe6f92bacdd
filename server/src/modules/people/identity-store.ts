import type { Executor } from '../../database/connect.ts';
import { prepared } from '../../database/prepared.ts';
import { loginKey } from './identity-keys.ts';
import type { LoginSource } from './people-table.ts';
import { findBy, toPerson } from './people-store.ts';
import type { Person } from './person.ts';

/** How many keys one statement asks for at most. */
const BATCH = 500;

/** A login name of somebody, and who told of it. */
export interface Login {
  key: string;
  source: LoginSource;
}

/** People by login name. @param keys - As `loginKey` makes them. */
export async function findByLogin(db: Executor, keys: readonly string[]): Promise<Map<string, Person>> {
  const ids = new Map<string, string>();
  for (let from = 0; from < keys.length; from += BATCH) {
    const batch = keys.slice(from, from + BATCH);
    const rows = await db
      .selectFrom('login')
      .select(['login_key', 'person_id'])
      .where('login_key', 'in', batch)
      .execute();
    for (const { login_key, person_id } of rows) ids.set(login_key, person_id);
  }
  const people = await findBy(db, 'id', [...new Set(ids.values())]);
  return new Map([...ids].map(([key, id]) => [key, people.get(id)!]));
}

/** The login names of each of these people, in order. */
export async function readLogins(db: Executor, ids: readonly string[]): Promise<Map<string, Login[]>> {
  const logins = new Map<string, Login[]>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const rows = await db
      .selectFrom('login')
      .selectAll()
      .where('person_id', 'in', batch)
      .orderBy('login_key')
      .execute();
    for (const { login_key: key, person_id, source } of rows)
      logins.set(person_id, [...(logins.get(person_id) ?? []), { key, source }]);
  }
  return logins;
}

/**
 * Gives somebody the login names that one source has for them, in place of what it gave before. An import may give a
 * newcomer the login name of somebody who has left.
 *
 * @throws a unique violation where a name is somebody else's: see `isTaken`.
 */
export async function writeLogins(
  trx: Executor,
  personId: string,
  { source, names }: { source: LoginSource; names: readonly string[] },
): Promise<void> {
  const keys = [...new Set(names.map(loginKey))];
  await trx
    .deleteFrom('login')
    .where('person_id', '=', personId)
    .where((where) =>
      where.or([where('source', '=', source), ...(keys.length ? [where('login_key', 'in', keys)] : [])]),
    )
    .execute();
  if (keys.length === 0) return;
  if (source === 'IMPORT') {
    const departed = trx
      .selectFrom('person')
      .select('id')
      .where('status', '=', 'DEPARTED')
      .where('merged_into', 'is', null);
    await trx.deleteFrom('login').where('login_key', 'in', keys).where('person_id', 'in', departed).execute();
  }
  const rows = keys.map((login_key) => ({ login_key, person_id: personId, source }));
  await trx.insertInto('login').values(rows).execute();
}

/** Somebody as an issuer knows them. */
export interface Account {
  issuer: string;
  subject: string;
}

/** Whom an issuer's subject was linked to; null for nobody. */
export async function findByAccount(db: Executor, issuer: string, subject: string): Promise<Person | null> {
  const [row] = await rowByAccount(db, { issuer, subject }, '');
  return row ? toPerson(row) : null;
}

const rowByAccount = prepared((db, { issuer, subject }: { issuer: string; subject: string }) =>
  db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .selectAll('person')
    .where('account.issuer', '=', issuer)
    .where('account.subject', '=', subject),
);

/** Whether a subject of the issuer was linked to this person before. */
export async function hasAccount(db: Executor, issuer: string, personId: string): Promise<boolean> {
  const account = await db
    .selectFrom('account')
    .select('subject')
    .where('issuer', '=', issuer)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return account !== undefined;
}

/** @throws a unique violation where the subject was linked meanwhile: see `isTaken`. */
export async function addAccount(trx: Executor, account: Account, personId: string, now: number): Promise<void> {
  await trx
    .insertInto('account')
    .values({ ...account, person_id: personId, linked_at: now })
    .execute();
}

/** Lets one writer at a time go on with what belongs to a person, until its transaction ends. */
export async function lockPerson(trx: Executor, id: string): Promise<void> {
  await trx
    .updateTable('person')
    .set(({ ref }) => ({ handle: ref('handle') }))
    .where('id', '=', id)
    .execute();
}
