import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import { type Denial, denialOfWriting, isClosed, type Subject } from '../subjects/index.ts';

/** @param isWriter - Whether the viewer is among the writers of the subject. */
export function denialOfCommenting(
  viewer: Viewer,
  { deletedAt, lockedAt, writers }: Subject,
  isWriter: boolean,
): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  if (!isWriter) return denialOfWriting(writers);
  return lockedAt === null ? null : 'LOCKED';
}

/** A discussion is locked as a whole, at its page or post: a comment cannot be locked by itself. */
export function denialOfLocking(viewer: Viewer, { kind, deletedAt, writers }: Subject, isModerator: boolean): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  if (!isModerator) return 'FORBIDDEN';
  if (kind === 'Comment') return 'INVALID';
  return isClosed({ writers }) ? 'LOCKED' : null;
}
