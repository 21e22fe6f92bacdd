import { isAdministrator, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import { Refusal, type UserErrorCode } from '../../platform/refusal.ts';
import type { Audience } from '../../platform/audience.ts';
import type { Subject } from './subject.ts';

/** Why the viewer may not do something; null if they may. */
export type Denial = UserErrorCode | null;

/** Whether the viewer may read anything here. What of it, the audience of each thing says. */
export function denialOfReading(viewer: Viewer): Denial {
  return viewer.canRead ? null : 'UNAUTHENTICATED';
}

/** @param isWriter - Whether the viewer is among the writers of the subject. */
export function denialOfReacting(viewer: Viewer, { deletedAt, writers }: Subject, isWriter: boolean): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  return isWriter ? null : denialOfWriting(writers);
}

/** Where nobody writes, all is closed: what is there stays as it is, or is deleted. */
export function isClosed({ writers }: { readonly writers: Audience }): boolean {
  return writers === 'nobody';
}

/** Of somebody who is not among the writers. */
export function denialOfWriting(writers: Audience): Denial {
  return isClosed({ writers }) ? 'LOCKED' : 'FORBIDDEN';
}

/** The title of a page comes from the page itself, unless an administrator sets another one. */
export function denialOfRetitling(viewer: Viewer): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  return viewer.role === 'ADMIN' ? null : 'FORBIDDEN';
}

/** Who reads which pages, an administrator decides, also of pages that they may not read. */
export function denialOfRuling(viewer: Viewer): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  return isAdministrator(viewer) ? null : 'FORBIDDEN';
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
 * Throws a denial as a refusal.
 *
 * @param invalid - The message for INVALID.
 * @throws {Refusal} if there is a denial.
 */
export function assertNone(denial: Denial, invalid = 'This cannot be done here.'): asserts denial is null {
  if (denial) throw new Refusal(denial, messages[denial] ?? invalid);
}
