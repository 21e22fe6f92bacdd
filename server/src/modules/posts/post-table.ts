import type { Generated } from 'kysely';
import type { RowId } from '../../platform/ids.ts';

/** A row of `subject` has the same id, and its counters, lock and deletion. */
export interface PostTable {
  id: RowId;
  wall_id: RowId;
  channel_id: RowId | null;
  author_id: RowId;
  /** One of a later version may be there. */
  kind: Generated<string>;
  source: string;
  text: string;
  /** JSON */
  tree: string;
  link_url: string | null;
  created_at: number;
  edited_at: number | null;
  /** 0 where it is not pinned. */
  pinned_at: Generated<number>;
}

export interface PostTables {
  post: PostTable;
}
