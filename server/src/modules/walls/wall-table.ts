import type { WallKind } from './wall.ts';
import type { RowId } from '../../platform/ids.ts';

/** A wall with at least one post. */
export interface WallTable {
  id: RowId;
  kind: WallKind;
  /** A page's key, a person's id, or nothing for the company's. */
  owner: string;
  created_at: number;
}

export interface WallTables {
  wall: WallTable;
}
