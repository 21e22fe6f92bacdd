import type { Executor } from '../../database/connect.ts';
import { loginKey } from './identity-keys.ts';
import type { LoginSource } from './people-table.ts';
import { findBy } from './people-store.ts';
import type { Person } from './person.ts';
import type { RowId } from '../../platform/ids.ts';

/** How many keys one statement may read or write. */
const BATCH = 500;

/** A person's login name, and its source. */
export interface Login {
  key: string;
  source: LoginSource;
}

/** All login names that a source gives a person; they replace the source's former ones. */
export interface GivenLogins {
  personId: RowId;
  source: LoginSource;
  names: readonly string[];
}

/** People by login name. @param keys - In the form of `loginKey`. */
export async function findByLogin(db: Executor, keys: readonly string[]): Promise<Map<string, Person>> {
  const ids = new Map<string, RowId>();
  for (const batch of inBatches(keys)) {
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
export async function readLogins(db: Executor, ids: readonly RowId[]): Promise<Map<string, Login[]>> {
  const logins = new Map<string, Login[]>();
  for (const batch of inBatches(ids)) {
    const rows = await db
      .selectFrom('login')
      .selectAll()
      .where('person_id', 'in', batch)
      .orderBy('login_key')
      .execute();
    for (const { login_key: key, person_id, source } of rows) {
      const own = logins.get(person_id);
      if (own) own.push({ key, source });
      else logins.set(person_id, [{ key, source }]);
    }
  }
  return logins;
}

/**
 * Stores the login names that a source gives to people. Existing ones are not written again, because each import gives all
 * login names of all people. An import may give a new person the login name of a departed one.
 *
 * @throws a unique violation if a name belongs to another person: see `isTaken`.
 */
export async function writeLogins(trx: Executor, given: readonly GivenLogins[]): Promise<void> {
  const former = await readLogins(
    trx,
    given.map(({ personId }) => personId),
  );
  const changes = given.map((one) => changesOf(one, former.get(one.personId) ?? []));
  const added = changes.flatMap((change) => change.added);
  // A name must be released before another person can take it, so all removals come first.
  await removeLogins(trx, changes);
  await releaseFromDeparted(
    trx,
    added.filter(({ source }) => source === 'IMPORT').map(({ login_key }) => login_key),
  );
  for (const rows of inBatches(added)) await trx.insertInto('login').values(rows).execute();
}

interface LoginChanges {
  personId: RowId;
  removed: string[];
  added: { login_key: string; person_id: RowId; source: LoginSource }[];
}

function changesOf({ personId, source, names }: GivenLogins, former: readonly Login[]): LoginChanges {
  const wanted = new Set(names.map(loginKey));
  const kept = new Set(
    former.filter((login) => login.source === source && wanted.has(login.key)).map(({ key }) => key),
  );
  return {
    personId,
    removed: former
      .filter((login) => (login.source === source || wanted.has(login.key)) && !kept.has(login.key))
      .map(({ key }) => key),
    added: [...wanted].filter((key) => !kept.has(key)).map((login_key) => ({ login_key, person_id: personId, source })),
  };
}

async function removeLogins(trx: Executor, changes: readonly LoginChanges[]): Promise<void> {
  const removed = changes.flatMap((change) => change.removed.map((key) => ({ key, personId: change.personId })));
  for (const batch of inBatches(removed))
    await trx
      .deleteFrom('login')
      .where(
        'login_key',
        'in',
        batch.map(({ key }) => key),
      )
      // Another person may have got one of them in the meantime, for example in a merge.
      .where('person_id', 'in', [...new Set(batch.map(({ personId }) => personId))])
      .execute();
}

async function releaseFromDeparted(trx: Executor, keys: readonly string[]): Promise<void> {
  for (const batch of inBatches(keys))
    await trx
      .deleteFrom('login')
      .where('login_key', 'in', batch)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('person')
            .select('person.id')
            .whereRef('person.id', '=', 'login.person_id')
            .where('person.status', '=', 'DEPARTED')
            .where('person.merged_into', 'is', null),
        ),
      )
      .execute();
}

function* inBatches<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += BATCH) yield list.slice(from, from + BATCH);
}
