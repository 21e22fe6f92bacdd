import type { ReactionContent } from './reaction.ts';

/** One person's reaction to one subject; the two are unique. */
export interface ReactionTable {
  id: string;
  subject_id: string;
  person_id: string;
  content: ReactionContent;
  created_at: number;
}

/** How many people reacted one way to one subject. */
export interface ReactionGroupTable {
  subject_id: string;
  content: ReactionContent;
  count: number;
}

export interface ReactionTables {
  reaction: ReactionTable;
  reaction_group: ReactionGroupTable;
}
