import { isCommunicator, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import { Refusal, type UserErrorCode } from '../../platform/refusal.ts';
import type { Subject } from './subject.ts';

/** Why the viewer may not do something; null where they may. */
export type Denial = UserErrorCode | null;

/** Pages, posts and comments are for all who may read at all. */
export function denialOfReading(viewer: Viewer): Denial {
  return viewer.canRead ? null : 'UNAUTHENTICATED';
}

export function denialOfReacting(viewer: Viewer, { deletedAt }: Subject): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  return deletedAt === null ? null : 'NOT_FOUND';
}

export function denialOfCommenting(viewer: Viewer, { deletedAt, lockedAt }: Subject): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  return lockedAt === null ? null : 'LOCKED';
}

/** A discussion is closed as a whole: that of a page or post. */
export function denialOfLocking(viewer: Viewer, { kind, deletedAt }: Subject): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  if (!isCommunicator(viewer)) return 'FORBIDDEN';
  return kind === 'Comment' ? 'INVALID' : null;
}

/** What a page is called is for the page to say, or for the administration. */
export function denialOfRetitling(viewer: Viewer): Denial {
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
 * @throws {Refusal} where there is a denial.
 */
export function assertNone(denial: Denial, invalid = 'This cannot be done here.'): asserts denial is null {
  if (denial) throw new Refusal(denial, messages[denial] ?? invalid);
}
