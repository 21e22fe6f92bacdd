import type { Executor } from '../../database/connect.ts';
import type { RowId } from '../../platform/ids.ts';
import type { Audience } from '../../platform/audience.ts';

/** Who reads and writes what is on a wall, from now on. */
export interface ReadersChange {
  /** What was read by these readers, or by whomever for null … */
  readonly from: Audience | null;
  /** … is read by these, which may be the same. */
  readonly to: Audience;
  /** A second audience, in which who reads it is, too. Of what whomever read before. */
  readonly own: Audience | null;
  /** Who comments on it, and reacts. */
  readonly writers: Audience;
}

/** Two walls become one: all that is on the first moves to the second. */
export interface WallMerge {
  readonly fromId: RowId;
  readonly intoId: RowId;
}

/** A module that keeps rows by wall. */
export interface WallFollower {
  wallMerged(trx: Executor, merge: WallMerge): Promise<void>;
  readersChanged(trx: Executor, wallId: RowId, change: ReadersChange): Promise<void>;
  /** Takes what is on a wall away from its readers, or gives it back to them. */
  wallAway(trx: Executor, wallId: RowId, isAway: boolean): Promise<void>;
}
