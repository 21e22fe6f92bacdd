import type { ReactionContent } from './reaction.ts';
import type { RowId } from '../../platform/ids.ts';

/** One person's reaction to one subject; the two are unique. */
export interface ReactionTable {
  id: RowId;
  subject_id: RowId;
  person_id: RowId;
  content: ReactionContent;
  created_at: number;
}

/** How many people reacted one way to one subject. */
export interface ReactionGroupTable {
  subject_id: RowId;
  content: ReactionContent;
  count: number;
}

export interface ReactionTables {
  reaction: ReactionTable;
  reaction_group: ReactionGroupTable;
}
