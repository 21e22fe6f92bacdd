import type { Generated } from 'kysely';
import type { RowId } from '../../platform/ids.ts';

export interface PollTable {
  post_id: RowId;
  /** 1 where several choices may be taken. */
  multiple: number;
  ends_at: number | null;
  closed_at: number | null;
  voter_count: Generated<number>;
}

export interface PollChoiceTable {
  id: RowId;
  post_id: RowId;
  /** From 0, in the order of the author. */
  position: number;
  text: string;
  vote_count: Generated<number>;
}

/** One choice that one person took. */
export interface PollVoteTable {
  post_id: RowId;
  person_id: RowId;
  choice_id: RowId;
  created_at: number;
}

export interface PollTables {
  poll: PollTable;
  poll_choice: PollChoiceTable;
  poll_vote: PollVoteTable;
}
