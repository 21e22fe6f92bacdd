import type { EventType } from './event.ts';
import type { GlobalId, RowId } from '../platform/ids.ts';

declare module '../database/database.ts' {
  interface Database {
    outbox: FormerOutboxTable;
  }
}

/** An event that a node of the version before has stored, and is not known to have published. */
export interface FormerOutboxTable {
  id: RowId;
  type: EventType;
  /** JSON */
  topics: string;
  subject: GlobalId;
  /** JSON */
  people: string;
  /** The process that is to publish it; empty for none in particular. */
  owner: string;
  /** When its owner was last known to live. */
  claimed_at: number;
}
