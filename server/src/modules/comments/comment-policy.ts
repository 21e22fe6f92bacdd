import { isCommunicator, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Denial, Subject } from '../subjects/index.ts';

export function denialOfCommenting(viewer: Viewer, { deletedAt, lockedAt }: Subject): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  return lockedAt === null ? null : 'LOCKED';
}

/** A discussion is locked as a whole, at its page or post: a comment cannot be locked by itself. */
export function denialOfLocking(viewer: Viewer, { kind, deletedAt }: Subject): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  if (!isCommunicator(viewer)) return 'FORBIDDEN';
  return kind === 'Comment' ? 'INVALID' : null;
}
