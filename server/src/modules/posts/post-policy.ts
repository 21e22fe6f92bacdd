import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import { type Denial, isClosed } from '../subjects/index.ts';
import type { Post } from './post.ts';

export function denialOfPinning(viewer: Viewer, post: Post, isModerator: boolean): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (post.deletedAt !== null) return 'NOT_FOUND';
  if (!isModerator) return 'FORBIDDEN';
  return isClosed(post) ? 'LOCKED' : null;
}
