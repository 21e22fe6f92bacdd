import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Outbox } from '../../platform/events/outbox.ts';
import { newId, toGlobalId } from '../../platform/ids.ts';
import { type Account, addAccount, writeLogins } from './identity-store.ts';
import { addWords, nextRevision } from './people-directory-store.ts';
import { readRights } from './people-store.ts';
import { indexedWords, toColumns } from './people-rows.ts';
import type { IndexedPerson, PeopleSearch } from './people-search.ts';
import type { LoginSource } from './people-table.ts';
import type { PersonDetails } from './person.ts';

/** How many rows one statement inserts: 25 columns each, and no database takes more than 32,766 values. */
const ROWS = 100;

export interface NewPerson {
  id: string;
  details: PersonDetails;
  managerId: string | null;
  logins?: LoginNames;
  /** Who they are at the issuer by which they came. */
  account?: Account;
}

export interface ChangedPerson {
  id: string;
  details: PersonDetails;
  logins?: LoginNames;
}

/** All login names that one source gives somebody, in place of what it gave before. */
export interface LoginNames {
  source: LoginSource;
  names: readonly string[];
}

export interface ManagerLink {
  id: string;
  managerId: string | null;
}

/** What is to be written about people, together or not at all. */
export interface PeopleChanges {
  added?: readonly NewPerson[];
  changed?: readonly ChangedPerson[];
  managers?: readonly ManagerLink[];
}

/**
 * The one way to write people: their rows, the words that they are found by and the revision that tells every process
 * to read them again, in one transaction.
 */
export class PeopleWriter {
  readonly #database: DatabaseConnection;
  readonly #index: PeopleSearch;
  readonly #clock: Clock;
  readonly #outbox: Outbox;
  readonly #afterwards: (ids: readonly string[]) => void;
  /** Words known to be stored: all but the first hundreds of people have few others. */
  readonly #words = new Set<string>();

  /** @param afterwards - Gets the ids of those written, once it is committed. */
  constructor(
    database: DatabaseConnection,
    index: PeopleSearch,
    clock: Clock,
    outbox: Outbox,
    afterwards: (ids: readonly string[]) => void,
  ) {
    this.#database = database;
    this.#index = index;
    this.#clock = clock;
    this.#outbox = outbox;
    this.#afterwards = afterwards;
  }

  async write({ added = [], changed = [], managers = [] }: PeopleChanges): Promise<void> {
    const words = await this.#database.transaction(async (trx) => {
      await this.#tellOfRights(trx, changed);
      const written = { revision: await nextRevision(trx), updated_at: this.#clock.now() };
      const indexed = [...(await insert(trx, added, written)), ...(await update(trx, changed, written))];
      for (const { id, managerId } of managers) {
        await trx
          .updateTable('person')
          .set({ manager_id: managerId, ...written })
          .where('id', '=', id)
          .execute();
      }
      for (const { id, logins } of [...added, ...changed]) if (logins) await writeLogins(trx, id, logins);
      for (const { id, account } of added) if (account) await addAccount(trx, account, id, written.updated_at);
      await this.#index.write(trx, indexed);
      const unknown = new Set(
        indexed.flatMap(({ name, profile }) => [...name, ...profile]).filter((word) => !this.#words.has(word)),
      );
      await addWords(trx, [...unknown]);
      return unknown;
    });
    for (const word of words) this.#words.add(word);
    this.#afterwards([...added, ...changed, ...managers].map(({ id }) => id));
  }

  /** Who reads a stream of events is asked again who they are when they leave, or may do other things. */
  async #tellOfRights(trx: Executor, changed: readonly ChangedPerson[]): Promise<void> {
    const former = await readRights(
      trx,
      changed.map(({ id }) => id),
    );
    for (const { id, details } of changed) {
      const rights = former.get(id);
      if (rights?.role === details.role && rights.status === details.status) continue;
      const subject = toGlobalId('Person', id);
      await this.#outbox.record(trx, { type: 'RightsChanged', topics: [], subject, people: [] });
    }
  }
}

/** Somebody new, of whom these details are known. */
export function newPerson(details: PersonDetails, managerId: string | null = null): NewPerson {
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
