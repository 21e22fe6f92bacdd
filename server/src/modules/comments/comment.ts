import type { Keyset } from '../../database/keyset.ts';
import type { CursorShape } from '../../platform/connection.ts';
import type { Authored, StoredRichText, StoredSubject, SubjectKind } from '../subjects/index.ts';
import type { RowId } from '../../platform/ids.ts';

export interface Comment extends Authored {
  readonly kind: 'Comment';
  /** The page or post that the discussion is about. */
  readonly rootId: RowId;
  readonly rootKind: SubjectKind;
  /** What it hangs on: the root, or the comment it answers. */
  readonly parentId: RowId;
  readonly depth: number;
}

/** One that is about to be stored. @param above - The comment that it answers; none where it is right below the root. */
export function newComment({
  id,
  above,
  root,
  authorId,
  body,
  now,
}: {
  id: RowId;
  above: Comment | null;
  root: StoredSubject;
  authorId: RowId;
  body: StoredRichText;
  now: number;
}): Comment {
  return {
    kind: 'Comment',
    id,
    rowId: id,
    rootId: above?.rootId ?? root.rowId,
    rootKind: above?.rootKind ?? root.kind,
    parentId: above?.rowId ?? root.rowId,
    depth: above ? above.depth + 1 : 0,
    authorId,
    body,
    createdAt: now,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    lockedAt: null,
    reactionCount: 0,
    commentCount: 0,
  };
}

/**
 * How deep a discussion gets: a reply to the deepest stands beside it. What was written before there was such a bound stays
 * where it is.
 */
export const deepestReply = 50;

/** How many of the comments above one are told, the nearest: a page of a list has no more either. */
export const mostAncestors = 100;

export const commentOrders = ['OLDEST', 'NEWEST', 'MOST_LIKED'] as const;
export type CommentOrder = (typeof commentOrders)[number];

/** What makes each order, and what a comment's place in it is. */
export const keysets: Record<
  CommentOrder,
  Keyset & { shape: CursorShape; keyOf(comment: Comment): readonly (string | number)[] }
> = {
  OLDEST: {
    columns: ['comment.created_at', 'comment.id'],
    shape: ['number', 'string'],
    direction: 'asc',
    keyOf: ({ createdAt, id }) => [createdAt, id],
  },
  NEWEST: {
    columns: ['comment.created_at', 'comment.id'],
    shape: ['number', 'string'],
    direction: 'desc',
    keyOf: ({ createdAt, id }) => [createdAt, id],
  },
  MOST_LIKED: {
    columns: ['comment.reaction_count', 'comment.created_at', 'comment.id'],
    shape: ['number', 'number', 'string'],
    direction: 'desc',
    keyOf: ({ reactionCount, createdAt, id }) => [reactionCount, createdAt, id],
  },
};

/** Whether lists show it: a deleted comment stays as long as it has answers. */
export function isListed({ deletedAt, commentCount }: Pick<Comment, 'deletedAt' | 'commentCount'>): boolean {
  return deletedAt === null || commentCount > 0;
}
