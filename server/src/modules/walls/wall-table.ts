import type { Generated } from 'kysely';
import type { Audience } from '../../platform/audience.ts';
import type { WallKind } from './wall.ts';
import type { RowId } from '../../platform/ids.ts';

/** A wall with at least one post. */
export interface WallTable {
  id: RowId;
  kind: WallKind;
  /** A page's key, a person's id, or nothing for the company's. */
  owner: string;
  created_at: number;
  /** Who reads what is posted there. */
  audience: Generated<Audience>;
  /** Who posts. */
  posters: Generated<Audience>;
  /** Who comments on what is posted there, and reacts. */
  writers: Generated<Audience>;
}

export interface ChannelTable {
  id: RowId;
  wall_id: RowId;
  name: string;
  position: number;
  archived_at: number | null;
}

export interface WallTables {
  channel: ChannelTable;
  wall: WallTable;
}
