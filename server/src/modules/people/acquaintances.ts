import type { RowId } from '../../platform/ids.ts';

/** Whom guests of the company may find beside themselves. A module knows people whom they have something to do with. */
export interface Acquaintances {
  /** The ids of those whom one guest may find, as they are now; perhaps some twice, and perhaps the guest too. */
  of(personId: RowId): Promise<readonly RowId[]>;
}
