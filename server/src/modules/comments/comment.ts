import type { Keyset } from '../../database/keyset.ts';
import type { CursorShape } from '../../platform/connection.ts';
import type { Authored, StoredRichText, StoredSubject, SubjectKind } from '../subjects/index.ts';
import type { RowId } from '../../platform/ids.ts';

export interface Comment extends Authored {
  readonly kind: 'Comment';
  /** The page or post that the discussion is about. */
  readonly rootId: RowId;
  readonly rootKind: SubjectKind;
  /** Its parent: the root, or the comment that it replies to. */
  readonly parentId: RowId;
  readonly depth: number;
  /** Whether its author sent it by mail, and something of that was cut off. */
  readonly hasMailRest: boolean;
}

/** A comment that is not stored yet. @param above - The comment that it replies to; null if it is directly below the root. */
export function newComment({
  id,
  above,
  root,
  authorId,
  body,
  hasMailRest,
  now,
}: {
  id: RowId;
  above: Comment | null;
  root: StoredSubject;
  authorId: RowId;
  body: StoredRichText;
  hasMailRest: boolean;
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
    hasMailRest,
    createdAt: now,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    lockedAt: null,
    reactionCount: 0,
    reactionGroups: '',
    commentCount: 0,
    audience: root.audience,
    ownAudience: root.ownAudience,
    writers: root.writers,
  };
}

/** The greatest depth of a reply: a reply to a comment of that depth becomes its sibling. Older comments may be deeper. */
export const deepestReply = 50;

/** The highest number of ancestors in a response, the nearest ones: as many as a page of a list has at most. */
export const mostAncestors = 100;

export const commentOrders = ['OLDEST', 'NEWEST', 'MOST_LIKED'] as const;
export type CommentOrder = (typeof commentOrders)[number];

/** The sort columns of each order, and the cursor of a comment in it. */
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

/** Whether lists contain it: a deleted comment remains as long as it has replies. */
export function isListed({ deletedAt, commentCount }: Pick<Comment, 'deletedAt' | 'commentCount'>): boolean {
  return deletedAt === null || commentCount > 0;
}
