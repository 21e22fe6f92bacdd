import type { Transaction } from 'kysely';
import { type AuditRecord, auditReference } from '../../audit/audit-entry.ts';
import type { Executor } from '../../database/connect.ts';
import type { Database } from '../../database/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import { loginKey } from './identity-keys.ts';
import { lockPerson } from './identity-store.ts';
import * as store from './merge-store.ts';
import { lockPeople } from './directory/directory-store.ts';
import { assertAdministered } from './last-administrator.ts';
import { administers } from './people-policy.ts';
import { findBy, readChains } from './people-store.ts';
import type { PersonFollower, PersonMerge } from './person-follower.ts';
import type { PeopleWriter } from './people-writer.ts';
import type { Person, PersonDetails } from './person.ts';
import type { RowId } from '../../platform/ids.ts';

/** How many things of each kind moved, or would move. */
export type MergeReport = Record<string, number>;

/** Rolls back a dry run. */
class DryRun extends Error {}

/** The fields that are copied from the second entry if the first has none. Never role, status or name. */
const taken = ['email', 'employeeNumber', 'phone', 'jobTitle', 'department', 'location', 'bio', 'avatarUrl'] as const;

/** Merges two entries of one person. */
export class PeopleMerge {
  readonly #writer: PeopleWriter;
  readonly #followers: readonly PersonFollower[];

  constructor(writer: PeopleWriter, followers: readonly PersonFollower[]) {
    this.#writer = writer;
    this.#followers = followers;
  }

  /**
   * Merges in one transaction.
   *
   * @param into - The handle of the entry that stays.
   * @throws {Refusal} INVALID if there are not two such entries, the entry that stays is departed and the other is not, or the
   * other is the last administrator.
   */
  async merge(into: string, from: string, dryRun: boolean): Promise<MergeReport> {
    let report: MergeReport = {};
    const work = this.#writer.write('command line', async (trx) => {
      await lockPeople(trx);
      const [staying, going] = await this.#lock(trx, into, from);
      report = await this.#move(trx, { fromId: going.id, intoId: staying.id });
      const managerId = await managerAfter(trx, staying, going);
      report['people managed'] = await store.moveReports(trx, going.id, staying.id);
      const { id: _id, managerId: _managerId, ...details } = staying;
      const completed = complete(details, going);
      await store.leadTo(trx, going.id, staying.id, {
        email: completed.email === staying.email,
        employeeNumber: completed.employeeNumber === staying.employeeNumber,
      });
      if (administers(going)) await assertAdministered(trx, [going]);
      if (dryRun) throw new DryRun();
      return {
        changed: [{ id: staying.id, details: completed }],
        managers: [{ id: staying.id, managerId }],
        merged: [going.id],
        records: [mergeRecord(staying.id, going.id)],
      };
    });
    await work.catch((error: unknown) => {
      if (!(error instanceof DryRun)) throw error;
    });
    return report;
  }

  async #lock(trx: Transaction<Database>, into: string, from: string): Promise<[Person, Person]> {
    const keys = [loginKey(into), loginKey(from)];
    const ids = (await findBy(trx, 'handle', keys)).values();
    for (const id of [...new Set([...ids].map((person) => person.id))].sort()) await lockPerson(trx, id);
    const people = await findBy(trx, 'handle', keys);
    const [staying, going] = keys.map((key) => people.get(key));
    if (!staying || !going) throw new Refusal('INVALID', `No person has the handle ${staying ? from : into}.`);
    if (staying.id === going.id) throw new Refusal('INVALID', `${into} and ${from} are already one person.`);
    if (staying.status === 'DEPARTED' && going.status === 'ACTIVE')
      throw new Refusal('INVALID', `${into} has left and ${from} has not: merge them the other way round.`);
    return [staying, going];
  }

  async #move(trx: Executor, merge: PersonMerge): Promise<MergeReport> {
    const report: MergeReport = {};
    for (const follower of this.#followers) Object.assign(report, await follower.personMerged(trx, merge));
    report['accounts'] = await store.moveAccounts(trx, merge.fromId, merge.intoId);
    report['login names'] = await store.moveLogins(trx, merge.fromId, merge.intoId);
    return report;
  }
}

function mergeRecord(into: RowId, from: RowId): AuditRecord<'mergePeople'> {
  return { actor: 'command line', action: 'mergePeople', subject: auditReference('Person', into), details: { from } };
}

function complete(details: PersonDetails, other: Person): PersonDetails {
  const result: PersonDetails = { ...details };
  for (const field of taken) result[field] ??= other[field];
  if (details.email === null && other.email !== null) result.mailProved = other.mailProved;
  if (result.expertise.length === 0) result.expertise = other.expertise;
  if (result.languages.length === 0) result.languages = other.languages;
  return result;
}

/** The manager of the merged person: not one of their own reports. */
async function managerAfter(trx: Executor, staying: Person, going: Person): Promise<RowId | null> {
  const chains = await readChains(trx, [staying.id, going.id]);
  const above = (id: RowId) => chains.get(id) ?? [];
  if (staying.managerId !== null && !above(staying.id).includes(going.id)) return staying.managerId;
  return above(going.id).includes(staying.id) ? null : going.managerId;
}
