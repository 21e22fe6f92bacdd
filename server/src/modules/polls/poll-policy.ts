import { isCommunicator, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Post } from '../posts/index.ts';
import type { Denial } from '../subjects/index.ts';
import { isClosed, type Poll } from './poll.ts';

/** Every signed-in reader of a poll may vote as long as it is open. */
export function denialOfVoting(viewer: Viewer, { deletedAt }: Post, poll: Poll, now: number): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  return isClosed(poll, now) ? 'LOCKED' : null;
}

export function denialOfClosing(viewer: Viewer, { deletedAt, authorId }: Post): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  return viewer.id === authorId || isCommunicator(viewer) ? null : 'FORBIDDEN';
}
