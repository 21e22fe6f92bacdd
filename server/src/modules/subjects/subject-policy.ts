import { isCommunicator, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import { Refusal, type UserErrorCode } from '../../platform/refusal.ts';
import type { Subject } from './subject.ts';

/** Why the viewer may not do something; null where they may. */
export type Obstacle = UserErrorCode | null;

/** Pages, posts and comments are for all who may read at all. */
export function obstacleToReading(viewer: Viewer): Obstacle {
  return viewer.canRead ? null : 'UNAUTHENTICATED';
}

export function obstacleToReacting(viewer: Viewer, { deletedAt }: Subject): Obstacle {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  return deletedAt === null ? null : 'NOT_FOUND';
}

export function obstacleToCommenting(viewer: Viewer, { deletedAt, lockedAt }: Subject): Obstacle {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  return lockedAt === null ? null : 'LOCKED';
}

/** A discussion is closed as a whole: that of a page or post. */
export function obstacleToLocking(viewer: Viewer, { kind, deletedAt }: Subject): Obstacle {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  if (!isCommunicator(viewer)) return 'FORBIDDEN';
  return kind === 'Comment' ? 'INVALID' : null;
}

/** What a page is called is for the page to say, or for the administration. */
export function obstacleToRetitling(viewer: Viewer): Obstacle {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  return viewer.role === 'ADMIN' ? null : 'FORBIDDEN';
}

const messages: Partial<Record<UserErrorCode, string>> = {
  UNAUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'You may not do this.',
  NOT_FOUND: 'This is not here, or no longer.',
  LOCKED: 'This discussion is closed.',
  EDIT_WINDOW_CLOSED: 'The time in which this could be edited is over.',
  RESTORE_WINDOW_CLOSED: 'The time in which this could be brought back is over.',
};

/**
 * @param invalid - What to say to somebody who may do such things, where this one makes no sense.
 * @throws {Refusal} where there is an obstacle.
 */
export function assertNone(obstacle: Obstacle, invalid = 'This cannot be done here.'): asserts obstacle is null {
  if (obstacle) throw new Refusal(obstacle, messages[obstacle] ?? invalid);
}
