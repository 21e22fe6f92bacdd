import { type AuditActor, type AuditRecord, auditReference } from '../../audit/audit-entry.ts';
import type { RowId } from '../../platform/ids.ts';
import type { PersonKind, Role } from '../../platform/viewer.ts';
import type { Rights } from './people-policy.ts';
import type { ImportReport } from './import/report.ts';

declare module '../../audit/audit-entry.ts' {
  interface AuditActions {
    /** From null for a person who is added with a role. */
    setPersonRole: { from: Role | null; to: Role };
    setPersonKind: { from: PersonKind; to: PersonKind };
    deactivatePerson: null;
    reactivatePerson: null;
    /** Of an import as a whole. What it did to the rights of people is recorded for each of them, too. */
    importPeople: Pick<ImportReport, 'rows' | 'added' | 'updated' | 'refused' | 'departed'>;
    /** The subject is the entry that stays. */
    mergePeople: { from: RowId };
    trustMails: { trusted: number };
  }
}

/** What is recorded of a person whose rights change. */
export function changedRights(actor: AuditActor, id: RowId, before: Rights, after: Rights): AuditRecord[] {
  const of = { actor, subject: auditReference('Person', id) };
  const records: AuditRecord[] = [];
  if (before.role !== after.role)
    records.push({ ...of, action: 'setPersonRole', details: { from: before.role, to: after.role } });
  if (before.kind !== after.kind)
    records.push({ ...of, action: 'setPersonKind', details: { from: before.kind, to: after.kind } });
  if (before.status !== after.status)
    records.push({
      ...of,
      action: after.status === 'DEPARTED' ? 'deactivatePerson' : 'reactivatePerson',
      details: null,
    });
  return records;
}

/** What is recorded of a person who is added: nothing for those with no special role. */
export function givenRights(actor: AuditActor, id: RowId, { role }: Pick<Rights, 'role'>): AuditRecord[] {
  if (role === 'EMPLOYEE') return [];
  return [{ actor, subject: auditReference('Person', id), action: 'setPersonRole', details: { from: null, to: role } }];
}
