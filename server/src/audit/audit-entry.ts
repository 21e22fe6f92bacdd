import { createHash } from 'node:crypto';
import type { RowId } from '../platform/ids.ts';

/**
 * The acts that are recorded, by name, with their details: ids, numbers and the names of roles and the like, never what people
 * wrote or are called. A module adds its own: `declare module '…/audit/audit-entry.ts' { interface AuditActions { … } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each act is added where it is done
export interface AuditActions {}

export type AuditAction = keyof AuditActions & string;

/** Something with an id, such as `Person:0196…`. */
export type AuditReference = `${string}:${RowId}`;

/** Who acts. The server acts by itself where people sign in for the first time. */
export type AuditActor = AuditReference | 'command line' | 'server';

/** What is recorded of an act. */
export interface AuditRecord<Action extends AuditAction = AuditAction> {
  actor: AuditActor;
  action: Action;
  /** What the act was done to; null where that is not one thing. */
  subject: AuditReference | null;
  details: AuditActions[Action];
}

/** The end of the chain after an entry. */
export interface AuditHead {
  /** Of the last entry; 0 if there is none. */
  number: number;
  hash: string;
}

/** An entry as it is stored. */
export interface AuditEntry extends AuditHead {
  /** In milliseconds since 1970. */
  at: number;
  actor: string;
  action: string;
  subject: string | null;
  /** JSON, exactly as it was hashed. */
  details: string;
  /** The hash of the entry before. */
  previous: string;
}

/** The end of an empty chain. */
export const emptyHead: AuditHead = { number: 0, hash: '0'.repeat(64) };

export function auditReference(type: string, id: RowId): AuditReference {
  return `${type}:${id}`;
}

/** The hash of an entry: SHA-256 of all its other columns, as a JSON list in this order. */
export function hashOf({ previous, number, at, actor, action, subject, details }: Omit<AuditEntry, 'hash'>): string {
  const content = JSON.stringify([previous, number, at, actor, action, subject, details]);
  return createHash('sha256').update(content).digest('hex');
}

/** The entries of some acts, after the end of the chain. */
export function chained(records: readonly AuditRecord[], head: AuditHead, at: number): AuditEntry[] {
  let { number, hash: previous } = head;
  return records.map(({ actor, action, subject, details }) => {
    const content = { number: ++number, at, actor, action, subject, details: JSON.stringify(details), previous };
    previous = hashOf(content);
    return { ...content, hash: previous };
  });
}

/** As it is logged, and given to `parvis audit verify --head`. */
export function headText({ number, hash }: AuditHead): string {
  return `${number}:${hash}`;
}

/** Null for a text that is none. */
export function readHead(text: string): AuditHead | null {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return number && hash ? { number: Number(number), hash } : null;
}
