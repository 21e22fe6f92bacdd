import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Post } from '../posts/index.ts';
import { type Denial, denialOfReacting, isClosed as isPlaceClosed } from '../subjects/index.ts';
import { isClosed, type Poll } from './poll.ts';

export interface Voting {
  isWriter: boolean;
  now: number;
}

/** Whoever may react to a poll may vote as long as it is open. @param isWriter - Whether the viewer is among its writers. */
export function denialOfVoting(viewer: Viewer, post: Post, poll: Poll, { isWriter, now }: Voting): Denial {
  const denial = denialOfReacting(viewer, post, isWriter);
  if (denial) return denial;
  return isClosed(poll, now) ? 'LOCKED' : null;
}

export function denialOfClosing(viewer: Viewer, post: Post, isModerator: boolean): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (post.deletedAt !== null) return 'NOT_FOUND';
  if (viewer.id !== post.authorId && !isModerator) return 'FORBIDDEN';
  return isPlaceClosed(post) ? 'LOCKED' : null;
}
