import type { Authored, Readers, StoredRichText } from '../subjects/index.ts';
import type { RowId } from '../../platform/ids.ts';

export interface Post extends Authored {
  readonly kind: 'Post';
  readonly wallId: RowId;
  /** The channel of its wall, if it stands in one. */
  readonly channelId: RowId | null;
  /** The name of its kind, which may be one of a later version. */
  readonly postKind: string;
  /** An http or https address shown as a link below a text. */
  readonly linkUrl: string | null;
  readonly pinnedAt: number | null;
}

/** One that is about to be stored. */
export function newPost({
  id,
  now,
  ...written
}: Readers & {
  id: RowId;
  wallId: RowId;
  channelId: RowId | null;
  authorId: RowId;
  postKind: string;
  body: StoredRichText;
  now: number;
}): Post {
  return {
    ...written,
    kind: 'Post',
    id,
    rowId: id,
    linkUrl: null,
    createdAt: now,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    pinnedAt: null,
    lockedAt: null,
    reactionCount: 0,
    reactionGroups: '',
    commentCount: 0,
  };
}
