import type { Generated } from 'kysely';

export interface PollTable {
  post_id: string;
  /** 1 where several choices may be taken. */
  multiple: number;
  ends_at: number | null;
  closed_at: number | null;
  voter_count: Generated<number>;
}

export interface PollChoiceTable {
  id: string;
  post_id: string;
  /** From 0, in the order of the author. */
  position: number;
  text: string;
  vote_count: Generated<number>;
}

/** One choice that one person took. */
export interface PollVoteTable {
  post_id: string;
  person_id: string;
  choice_id: string;
  created_at: number;
}

export interface PollTables {
  poll: PollTable;
  poll_choice: PollChoiceTable;
  poll_vote: PollVoteTable;
}
