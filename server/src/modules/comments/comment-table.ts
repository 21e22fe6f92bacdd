/** A row of `subject` has the same id, and its counters, lock and deletion. */
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
}

export interface CommentTables {
  comment: CommentTable;
}
