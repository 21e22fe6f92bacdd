/** What an event tells of a comment: what all its readers may see. */
export interface LiveComment {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly deletedAt: string | null;
  readonly commentCount: number;
  readonly parent: { readonly id: string; readonly commentCount: number } | null;
  readonly subject: { readonly id?: string; readonly commentCount?: number };
}

/** What an event tells of a post. */
export interface LivePost {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly deletedAt: string | null;
  readonly commentCount: number;
  readonly lockedAt: string | null;
  readonly wall: { readonly id: string };
}

/** What an event tells of the reactions to something. */
export interface Reacted {
  readonly id: string;
  readonly reactionCount: number;
  readonly reactionGroups: readonly { readonly content: string; readonly totalCount: number }[];
}

type Told =
  | { __typename: 'CommentAdded' | 'CommentEdited' | 'CommentDeleted' | 'CommentRestored'; comment: LiveComment }
  | { __typename: 'PostAdded' | 'PostEdited' | 'PostDeleted' | 'PostRestored' | 'PostPinned'; post: LivePost }
  | { __typename: 'ReactionsChanged'; subject: Reacted; people: readonly string[] }
  | { __typename: 'DiscussionLocked'; subject: { readonly id: string; readonly lockedAt: string | null } }
  | { __typename: 'PageMoved'; from: string; page: { readonly id: string } }
  | { __typename: 'Subscribed'; topics: readonly string[] }
  | { __typename: 'Resync' };

/** An event as `EVENTS` asks for it. */
export type LiveEvent = Told & { readonly cursor: string };
