import type { Executor } from '../../database/connect.ts';
import type { RowId } from '../../platform/ids.ts';

/** Two entries of one person: everything of the first id moves to the second. */
export interface PersonMerge {
  fromId: RowId;
  intoId: RowId;
}

/** A module whose rows belong to people, and move with them. Returns how many rows of each kind moved. */
export interface PersonFollower {
  /** Takes note of people who were added, changed or merged, in the transaction that does so. */
  peopleChanged?(trx: Executor, ids: readonly RowId[]): Promise<void>;
  /** Takes note of people whose kind, role or status changed, in the transaction that does so. */
  rightsChanged?(trx: Executor, ids: readonly RowId[]): Promise<void>;
  personMerged(trx: Executor, merge: PersonMerge): Promise<Record<string, number>>;
}
