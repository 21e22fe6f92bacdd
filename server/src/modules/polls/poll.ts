import type { RowId } from '../../platform/ids.ts';

/** One of the answers that a poll offers. */
export interface PollChoice {
  readonly id: RowId;
  readonly postId: RowId;
  readonly text: string;
  readonly voteCount: number;
}

/** What a poll holds beside its question, which is the text of the post. */
export interface Poll {
  /** In the order of the author. */
  readonly choices: readonly PollChoice[];
  /** Whether one person may take several choices. */
  readonly multiple: boolean;
  /** When it ends by itself, if it does. */
  readonly endsAt: number | null;
  /** When it was closed before its end; null if it was not. */
  readonly closedAt: number | null;
  readonly voterCount: number;
}

export const emptyPoll: Poll = { choices: [], multiple: false, endsAt: null, closedAt: null, voterCount: 0 };

/** Whether voting has ended. */
export function isClosed({ closedAt, endsAt }: Poll, now: number): boolean {
  return closedAt !== null || (endsAt !== null && endsAt <= now);
}
