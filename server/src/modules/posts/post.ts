import type { Authored, StoredRichText } from '../subjects/index.ts';

export interface Post extends Authored {
  readonly kind: 'Post';
  readonly wallId: string;
  /** An http or https address shown as a link below the text. */
  readonly linkUrl: string | null;
  readonly pinnedAt: number | null;
}

/** One that is about to be stored. */
export function newPost({
  id,
  now,
  ...written
}: {
  id: string;
  wallId: string;
  authorId: string;
  body: StoredRichText;
  linkUrl: string | null;
  now: number;
}): Post {
  return {
    ...written,
    kind: 'Post',
    id,
    rowId: id,
    createdAt: now,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    pinnedAt: null,
    lockedAt: null,
    reactionCount: 0,
    commentCount: 0,
  };
}
