import type { RowId } from '../../platform/ids.ts';

export const reactionContents = ['LIKE', 'LOVE', 'CELEBRATE', 'INSIGHTFUL', 'SUPPORT', 'LAUGH'] as const;
export type ReactionContent = (typeof reactionContents)[number];

/** One person's reaction to one subject. */
export interface Reaction {
  readonly id: RowId;
  /** The row of what it is to. */
  readonly subjectId: RowId;
  readonly personId: RowId;
  readonly content: ReactionContent;
  readonly createdAt: number;
}

export interface ReactionGroup {
  readonly content: ReactionContent;
  readonly totalCount: number;
  readonly viewerHasReacted: boolean;
}

/** The reactions to one subject, as a viewer sees them. */
export interface ReactionSummary {
  readonly groups: readonly ReactionGroup[];
  readonly viewerReaction: ReactionContent | null;
}
