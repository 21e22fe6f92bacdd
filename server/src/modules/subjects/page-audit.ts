import { createHash } from 'node:crypto';
import type { Audience } from '../../platform/audience.ts';
import { type AuditActor, type AuditRecord, auditReference } from '../../audit/audit-entry.ts';
import type { RowId } from '../../platform/ids.ts';

declare module '../../audit/audit-entry.ts' {
  interface AuditActions {
    /** By SHA-256 of their keys: an address may say what a page is about. */
    movePage: { from: string; to: string };
    /** Whether a title was set, or left to the page again. */
    setPageTitle: { isSet: boolean };
    /** By SHA-256 of the pattern; null for a rule that is no more. */
    setPageRule: { pattern: string; readers: Audience | 'pass' | null };
    /** The rules of the settings, or who reads pages without a rule: how many there are now. */
    followPageRules: { rules: number };
    /** By the first pass of a page, signed by a key. */
    narrowPage: { key: string };
    /** Passes narrow a page no longer. */
    openPage: null;
  }
}

/** What is recorded of a page that an administrator moves. */
export function pageMoved(from: string, to: string): AuditRecord<'movePage'> {
  const details = { from: digestOf(from), to: digestOf(to) };
  return { actor: 'command line', action: 'movePage', subject: null, details };
}

/** What is recorded of a page to which somebody gives a title for good. @param by - Null for the command line. */
export function titleSet(rowId: RowId, by: RowId | null, isSet: boolean): AuditRecord<'setPageTitle'> {
  return { actor: actorOf(by), action: 'setPageTitle', subject: auditReference('Page', rowId), details: { isSet } };
}

/** An act by which pages get other readers. */
export type RuleRecord = AuditRecord<'setPageRule'> | AuditRecord<'followPageRules'>;

/** @param by - Null for the command line. @param readers - Null for a rule that is no more. */
export function pageRuleSet(by: RowId | null, pattern: string, readers: Audience | 'pass' | null): RuleRecord {
  const details = { pattern: digestOf(pattern), readers };
  return { actor: actorOf(by), action: 'setPageRule', subject: null, details };
}

export function pageRulesOfSettings(rules: number): RuleRecord {
  return { actor: 'server', action: 'followPageRules', subject: null, details: { rules } };
}

export function pageNarrowed(by: RowId, rowId: RowId, key: string): AuditRecord<'narrowPage'> {
  return { actor: actorOf(by), action: 'narrowPage', subject: auditReference('Page', rowId), details: { key } };
}

export function pageOpened(by: RowId | null, rowId: RowId): AuditRecord<'openPage'> {
  return { actor: actorOf(by), action: 'openPage', subject: auditReference('Page', rowId), details: null };
}

function actorOf(by: RowId | null): AuditActor {
  return by === null ? 'command line' : auditReference('Person', by);
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
