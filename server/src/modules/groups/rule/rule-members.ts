import type { RowId } from '../../../platform/ids.ts';
import type { Executor } from '../../../database/connect.ts';
import type { AuditRecord } from '../../../audit/audit-entry.ts';
import type { Group } from '../group.ts';
import { ruleKept } from '../group-audit.ts';
import * as store from '../membership-store.ts';
import type { MembershipWriter } from '../membership-writer.ts';
import { meetsRule, parseRule, type RulePerson } from './group-rule.ts';

/** A person who is with the company, as rules see them. */
export interface RuledPerson extends RulePerson {
  readonly id: RowId;
}

/** Keeps those in a group whom its rule brings: everybody who meets it, and nobody whom it brought and who does no more. */
export class RuleMembers {
  readonly #writer: MembershipWriter;

  constructor(writer: MembershipWriter) {
    this.#writer = writer;
  }

  /** @param people - All who are with the company. */
  async keepGroup(trx: Executor, group: Group, people: Iterable<RuledPerson>): Promise<AuditRecord[]> {
    const rule = parseRule(group.rule!);
    const meant = new Set<RowId>();
    for (const person of people) if (meetsRule(rule, person)) meant.add(person.id);
    const present = new Set(await store.findRuledMembers(trx, group.id));
    const gone = [...present].filter((id) => !meant.has(id));
    const missing = [...meant].filter((id) => !present.has(id));
    if (gone.length > 0) await this.#writer.remove(trx, group, gone);
    if (missing.length > 0) await this.#writer.add(trx, group, missing, { role: 'MEMBER', origin: 'RULE' });
    return ruleKept(group, { added: missing.length, removed: gone.length });
  }

  /** The same for one person and all groups with rules. @param person - Null for somebody who has departed. */
  async keepPerson(
    trx: Executor,
    personId: RowId,
    person: RuledPerson | null,
    ruled: readonly Group[],
  ): Promise<AuditRecord[]> {
    if (ruled.length === 0) return [];
    const records: AuditRecord[] = [];
    const memberships = await store.findMemberships(
      trx,
      personId,
      ruled.map(({ id }) => id),
    );
    for (const group of ruled) {
      const isMeant = person !== null && meetsRule(parseRule(group.rule!), person);
      const membership = memberships.get(group.id);
      const comes = isMeant && !membership;
      const leaves = !isMeant && membership?.origin === 'RULE';
      if (comes) await this.#writer.add(trx, group, [personId], { role: 'MEMBER', origin: 'RULE' });
      if (leaves) await this.#writer.remove(trx, group, [personId]);
      records.push(...ruleKept(group, { added: Number(comes), removed: Number(leaves) }));
    }
    return records;
  }
}
