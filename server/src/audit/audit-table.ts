import type { AuditEntry, AuditHead } from './audit-entry.ts';

declare module '../database/database.ts' {
  interface Database {
    audit_entry: AuditEntry;
    audit_head: AuditHeadTable;
  }
}

/** The end of the chain, in one row, which those who record lock: entries are numbered in the order in which they are stored. */
export interface AuditHeadTable extends AuditHead {
  id: 1;
}
