import type { EventType } from './event.ts';
import type { GlobalId, RowId } from '../platform/ids.ts';

declare module '../database/database.ts' {
  interface Database {
    outbox: OutboxTable;
  }
}

/** An event that was recorded with a write and is not known to be in the log yet. */
export interface OutboxTable {
  id: RowId;
  type: EventType;
  /** JSON */
  topics: string;
  subject: GlobalId;
  /** JSON */
  people: string;
  /** The process that is to put it into the log; empty for none in particular. */
  owner: string;
  /** When its owner was last known to live. */
  claimed_at: number;
}
