import { createHash } from 'node:crypto';
import { type AuditRecord, auditReference } from '../../audit/audit-entry.ts';
import type { RowId } from '../../platform/ids.ts';

declare module '../../audit/audit-entry.ts' {
  interface AuditActions {
    /** By SHA-256 of their keys: an address may say what a page is about. */
    movePage: { from: string; to: string };
    /** Whether a title was set, or left to the page again. */
    setPageTitle: { isSet: boolean };
  }
}

/** What is recorded of a page that an administrator moves. */
export function pageMoved(from: string, to: string): AuditRecord<'movePage'> {
  const details = { from: digestOf(from), to: digestOf(to) };
  return { actor: 'command line', action: 'movePage', subject: null, details };
}

/** What is recorded of a page to which somebody gives a title for good. @param by - Null for the command line. */
export function titleSet(rowId: RowId, by: RowId | null, isSet: boolean): AuditRecord<'setPageTitle'> {
  const actor = by === null ? 'command line' : auditReference('Person', by);
  return { actor, action: 'setPageTitle', subject: auditReference('Page', rowId), details: { isSet } };
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
