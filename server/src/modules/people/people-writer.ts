import type { Transaction } from 'kysely';
import type { AuditActor, AuditRecord } from '../../audit/audit-entry.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Database } from '../../database/database.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Outbox } from '../../events/outbox.ts';
import { newId, type RowId, toGlobalId } from '../../platform/ids.ts';
import { type Account, addAccount } from './identity-store.ts';
import { writeLogins } from './login-store.ts';
import { addWords, afterCommit, nextRevision } from './directory/directory-store.ts';
import { assertAdministered } from './last-administrator.ts';
import { administers, type Rights } from './people-policy.ts';
import { readRights } from './people-store.ts';
import { changedRights, givenRights } from './people-audit.ts';
import { indexedWords, toColumns } from './people-rows.ts';
import type { IndexedPerson, PeopleSearch } from './search/search.ts';
import type { PersonFollower } from './person-follower.ts';
import type { LoginSource } from './people-table.ts';
import { readName } from './person-name.ts';
import type { PersonDetails } from './person.ts';

/** How many rows one statement inserts, with 26 columns each: no database accepts more than 32,766 values. */
const ROWS = 100;

export interface NewPerson {
  id: RowId;
  details: PersonDetails;
  managerId: RowId | null;
  logins?: LoginNames;
  /** Their identity at the issuer of their first sign-in. */
  account?: Account;
}

export interface ChangedPerson {
  id: RowId;
  details: PersonDetails;
  logins?: LoginNames;
}

/** All login names that a source gives a person; they replace the source's former ones. */
export interface LoginNames {
  source: LoginSource;
  names: readonly string[];
}

export interface ManagerLink {
  id: RowId;
  managerId: RowId | null;
}

/** Changes of people that are written together or not at all. */
export interface PeopleChanges {
  added?: readonly NewPerson[];
  changed?: readonly ChangedPerson[];
  managers?: readonly ManagerLink[];
  /** Merged entries, which no search finds any more. */
  merged?: readonly RowId[];
  /** Also where no administrator is left. */
  force?: boolean;
  /** What the audit log says of it, besides what it says of rights. */
  records?: readonly AuditRecord[];
}

/**
 * The only way to write people: writes their rows, the words by which they are found, the revision that makes every process
 * read them again, and what the audit log says of their rights, in one transaction.
 */
export class PeopleWriter {
  readonly #database: DatabaseConnection;
  readonly #index: PeopleSearch;
  readonly #clock: Clock;
  readonly #outbox: Outbox;
  readonly #audit: AuditLog;
  readonly #followers: readonly PersonFollower[];
  readonly #afterwards: (ids: readonly RowId[]) => void;
  /** Words known to be stored: after some hundreds of people, there are few new ones. */
  readonly #words = new Set<string>();

  constructor(parts: {
    database: DatabaseConnection;
    index: PeopleSearch;
    clock: Clock;
    outbox: Outbox;
    audit: AuditLog;
    /** The modules whose rows belong to people. */
    followers: readonly PersonFollower[];
    /** Gets the ids of the written people after the commit. */
    afterwards: (ids: readonly RowId[]) => void;
  }) {
    this.#database = parts.database;
    this.#index = parts.index;
    this.#clock = parts.clock;
    this.#outbox = parts.outbox;
    this.#audit = parts.audit;
    this.#followers = parts.followers;
    this.#afterwards = parts.afterwards;
  }

  /**
   * @param by - Who does it, for the audit log.
   * @param changes - The changes, or a function that determines them in the transaction.
   * @throws {LastAdministrator}
   */
  async write(
    by: AuditActor,
    changes: PeopleChanges | ((trx: Transaction<Database>) => Promise<PeopleChanges>),
  ): Promise<void> {
    await this.#database.transaction(async (trx) =>
      this.writeIn(trx, by, typeof changes === 'function' ? await changes(trx) : changes),
    );
  }

  /** Writes in a transaction that does more than this. @throws {LastAdministrator} */
  async writeIn(trx: Executor, by: AuditActor, changes: PeopleChanges): Promise<void> {
    const { words, ids } = await this.#write(trx, by, changes);
    afterCommit(trx, () => {
      for (const word of words) this.#words.add(word);
      this.#afterwards(ids);
    });
  }

  async #write(trx: Executor, by: AuditActor, changes: PeopleChanges) {
    const { added = [], changed = [], managers = [], merged = [], records = [], force } = changes;
    const written = { revision: await nextRevision(trx), updated_at: this.#clock.now() };
    const former = await readRights(
      trx,
      changed.map(({ id }) => id),
    );
    const indexed = [
      ...(await insert(trx, added, written)),
      ...(await update(trx, changed, written)),
      ...(await touch(trx, merged, written)),
    ];
    for (const { id, managerId } of managers) {
      await trx
        .updateTable('person')
        .set({ manager_id: managerId, ...written })
        .where('id', '=', id)
        .execute();
    }
    const given = [...added, ...changed].flatMap(({ id, logins }) => (logins ? { personId: id, ...logins } : []));
    await writeLogins(trx, given);
    for (const { id, account } of added) if (account) await addAccount(trx, account, id, written.updated_at);
    const rights = await this.#publishRights(trx, by, changed, former);
    for (const id of merged) await this.#publishRightsOf(trx, id);
    if (!force) await assertAdministered(trx, noLongerAdministrators(changed, former));
    await this.#index.write(trx, indexed);
    const words = new Set(
      indexed.flatMap(({ name, profile }) => [...name, ...profile]).filter((word) => !this.#words.has(word)),
    );
    await addWords(trx, [...words]);
    const ids = [...[...added, ...changed, ...managers].map(({ id }) => id), ...merged];
    const turned = changed.filter(({ id, details }) => changedRights(by, id, former.get(id)!, details).length > 0);
    await this.#tellFollowers(
      trx,
      ids,
      turned.map(({ id }) => id),
    );
    await this.#audit.recordAll(trx, [
      ...added.flatMap(({ id, details }) => givenRights(by, id, details)),
      ...rights,
      ...records,
    ]);
    return { words, ids };
  }

  /**
   * Event streams of people who leave, or become something else, must be authorized again.
   *
   * @returns What the audit log says of it.
   */
  async #publishRights(
    trx: Executor,
    by: AuditActor,
    changed: readonly ChangedPerson[],
    former: ReadonlyMap<RowId, Rights>,
  ): Promise<AuditRecord[]> {
    const records: AuditRecord[] = [];
    for (const { id, details } of changed) {
      const changes = changedRights(by, id, former.get(id)!, details);
      if (changes.length > 0) await this.#publishRightsOf(trx, id);
      records.push(...changes);
    }
    return records;
  }

  async #tellFollowers(trx: Executor, changed: readonly RowId[], turned: readonly RowId[]): Promise<void> {
    for (const follower of this.#followers) {
      await follower.peopleChanged?.(trx, changed);
      if (turned.length > 0) await follower.rightsChanged?.(trx, turned);
    }
  }

  async #publishRightsOf(trx: Executor, id: RowId): Promise<void> {
    const subject = toGlobalId('Person', id);
    await this.#outbox.record(trx, { type: 'RightsChanged', topics: [], subject, people: [] });
  }
}

function noLongerAdministrators(
  changed: readonly ChangedPerson[],
  former: ReadonlyMap<RowId, Rights>,
): PersonDetails[] {
  return changed.flatMap(({ id, details }) => {
    const rights = former.get(id);
    return rights && administers(rights) && !administers(details) ? details : [];
  });
}

/** A new person with these details. Invisible characters in their name, and letters that imitate others, are replaced. */
export function newPerson({ name, ...known }: PersonDetails, managerId: RowId | null = null): NewPerson {
  const details = { ...known, name: readName(name).name || known.handle };
  return { id: newId(), details, managerId };
}

interface Written {
  revision: number;
  updated_at: number;
}

async function insert(trx: Executor, people: readonly NewPerson[], written: Written): Promise<IndexedPerson[]> {
  const indexed: IndexedPerson[] = [];
  for (let from = 0; from < people.length; from += ROWS) {
    const batch = people.slice(from, from + ROWS);
    const rows = await trx
      .insertInto('person')
      .values(
        batch.map(({ id, details, managerId }) => ({
          id,
          manager_id: managerId,
          created_at: written.updated_at,
          ...written,
          ...toColumns(details),
        })),
      )
      .returning(['id', 'seq'])
      .execute();
    const seqs = new Map(rows.map(({ id, seq }) => [id, seq]));
    for (const { id, details } of batch) indexed.push({ seq: seqs.get(id)!, ...indexedWords(details) });
  }
  return indexed;
}

async function update(trx: Executor, people: readonly ChangedPerson[], written: Written): Promise<IndexedPerson[]> {
  const indexed: IndexedPerson[] = [];
  for (const { id, details } of people) {
    const { seq } = await trx
      .updateTable('person')
      .set({ ...written, ...toColumns(details) })
      .where('id', '=', id)
      .returning('seq')
      .executeTakeFirstOrThrow();
    indexed.push({ seq, ...indexedWords(details) });
  }
  return indexed;
}

/** Makes other processes read these people again, and removes them from the index. */
async function touch(trx: Executor, ids: readonly RowId[], written: Written): Promise<IndexedPerson[]> {
  if (ids.length === 0) return [];
  const rows = await trx.updateTable('person').set(written).where('id', 'in', ids).returning('seq').execute();
  return rows.map(({ seq }) => ({ seq, name: [], profile: [] }));
}
