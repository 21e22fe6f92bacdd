import type { Generated } from 'kysely';

/** A row of `subject` has the same id, and its counters, lock and deletion. */
export interface PostTable {
  id: string;
  wall_id: string;
  author_id: string;
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
