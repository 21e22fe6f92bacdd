import type { ColumnType } from 'kysely';

/** A row of `subject` has the same id. */
export interface CommentTable {
  id: string;
  /** The page or post that the discussion is about. */
  root_id: string;
  /** What it hangs on: the root, or the comment it answers. */
  parent_id: string;
  depth: number;
  author_id: string;
  source: string;
  text: string;
  /** JSON */
  tree: string;
  created_at: number;
  edited_at: number | null;
  /** The database keeps these as `subject` has them, so that lists read one row for each comment. They are written there. */
  reaction_count: Repeated<number>;
  comment_count: Repeated<number>;
  deleted_at: Repeated<number | null>;
  deleted_by: Repeated<string | null>;
}

/** Read, and never written. */
type Repeated<Value> = ColumnType<Value, never, never>;

export interface CommentTables {
  comment: CommentTable;
}
