import { z } from 'zod';
import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { AuditLog } from '../../../audit/audit-log.ts';
import type { JobRun } from '../../../queue/job.ts';
import type { JobQueue } from '../../../queue/job-queue.ts';
import type { Person } from '../../people/index.ts';
import type { Group } from '../group.ts';
import { findRuled, lockGroup } from '../group-store.ts';
import { type RuledPerson, RuleMembers } from './rule-members.ts';
import type { MembershipWriter } from '../membership-writer.ts';

declare module '../../../queue/job.ts' {
  interface JobKinds {
    keepGroupByRule: { groupId: string };
    keepPersonByRules: { personId: string };
  }
}

/** Of more people who change at once, all groups with rules are looked at instead. */
const mostPeople = 200;

export interface RulePeople {
  byIds(ids: readonly RowId[]): Promise<ReadonlyMap<string, Person>>;
  active(): AsyncIterable<Person[]>;
}

export const groupJob = z.object({ groupId: z.string() });
export const personJob = z.object({ personId: z.string() });

/** Keeps the members of groups with rules true as people move, later than what moves them: by jobs. */
export class GroupRules {
  readonly #database: DatabaseConnection;
  readonly #queue: JobQueue;
  readonly #audit: AuditLog;
  readonly #people: RulePeople;
  readonly #members: RuleMembers;

  constructor(parts: {
    database: DatabaseConnection;
    queue: JobQueue;
    audit: AuditLog;
    people: RulePeople;
    members: MembershipWriter;
  }) {
    this.#database = parts.database;
    this.#queue = parts.queue;
    this.#audit = parts.audit;
    this.#people = parts.people;
    this.#members = new RuleMembers(parts.members);
  }

  /** To be called in the transaction that gives a group its rule. */
  async groupChanged(trx: Executor, { id, rule }: Group): Promise<void> {
    if (rule !== null) await this.#queue.add(trx, 'keepGroupByRule', { groupId: id }, { key: id });
  }

  async peopleChanged(trx: Executor, ids: readonly RowId[]): Promise<void> {
    const ruled = await findRuled(trx);
    if (ruled.length === 0) return;
    if (ids.length > mostPeople) for (const group of ruled) await this.groupChanged(trx, group);
    else for (const id of ids) await this.#queue.add(trx, 'keepPersonByRules', { personId: id }, { key: id });
  }

  async keepGroup({ payload: { groupId }, finish }: JobRun<{ groupId: string }>): Promise<void> {
    const people: RuledPerson[] = [];
    const handles = new Map<RowId, string>();
    const managed: [RuledPerson & { manager: string | null }, RowId | null][] = [];
    for await (const batch of this.#people.active()) {
      for (const person of batch) {
        handles.set(person.id, person.handle);
        managed.push([{ ...person, manager: null }, person.managerId]);
      }
    }
    for (const [person, managerId] of managed)
      people.push({ ...person, manager: managerId === null ? null : (handles.get(managerId) ?? null) });
    await this.#database.transaction(async (trx) => {
      const group = await lockGroup(trx, groupId as RowId);
      const isKept = group?.rule != null && group.deletedAt === null;
      const records = isKept ? await this.#members.keepGroup(trx, group, people) : [];
      await finish(trx);
      await this.#audit.recordAll(trx, records);
    });
  }

  async keepPerson({ payload: { personId }, finish }: JobRun<{ personId: string }>): Promise<void> {
    const id = personId as RowId;
    const person = (await this.#people.byIds([id])).get(id);
    const manager = person?.managerId ? (await this.#people.byIds([person.managerId])).get(person.managerId) : null;
    // One that was merged into another is not there any more.
    const isThere = person?.status === 'ACTIVE' && person.id === id;
    const ruled = isThere ? { ...person, manager: manager?.handle ?? null } : null;
    await this.#database.transaction(async (trx) => {
      const records = await this.#members.keepPerson(trx, id, ruled, await findRuled(trx));
      await finish(trx);
      await this.#audit.recordAll(trx, records);
    });
  }
}
