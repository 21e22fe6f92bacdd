import type { ColumnType, Generated } from 'kysely';
import type { RowId } from '../../platform/ids.ts';

/** A row of `subject` has the same id. */
export interface CommentTable {
  id: RowId;
  /** The page or post that the discussion is about. */
  root_id: RowId;
  /** What it hangs on: the root, or the comment it answers. */
  parent_id: RowId;
  depth: number;
  author_id: RowId;
  source: string;
  text: string;
  /** JSON */
  tree: string;
  /** Of one that came by mail: what was cut off as no words of its author. */
  mail_rest: Generated<string | null>;
  created_at: number;
  edited_at: number | null;
  /** The database keeps these as `subject` has them, so that lists read one row for each comment. They are written there. */
  reaction_count: Repeated<number>;
  reaction_groups: Repeated<string>;
  comment_count: Repeated<number>;
  deleted_at: Repeated<number | null>;
  deleted_by: Repeated<RowId | null>;
}

/** Read, and never written. */
type Repeated<Value> = ColumnType<Value, never, never>;

export interface CommentTables {
  comment: CommentTable;
}
