import type { Viewer } from '../../platform/viewer.ts';
import type { Authored } from './authored.ts';
import { type Denial, isClosed } from './subject-policy.ts';

/** For how long authors may bring back what they deleted, in milliseconds. */
export const restoreWindow = 60_000;

export function didAuthor(viewer: Viewer, { authorId }: Authored): boolean {
  return viewer.id === authorId;
}

/** Whoever writes is signed in: that is asked before. @param editWindow - In milliseconds. */
export function denialOfUpdating(viewer: Viewer, authored: Authored, now: number, editWindow: number): Denial {
  if (authored.deletedAt !== null) return 'NOT_FOUND';
  if (!didAuthor(viewer, authored)) return 'FORBIDDEN';
  if (authored.lockedAt !== null || isClosed(authored)) return 'LOCKED';
  return now <= authored.createdAt + editWindow ? null : 'EDIT_WINDOW_CLOSED';
}

export function denialOfDeleting(viewer: Viewer, authored: Authored, isModerator: boolean): Denial {
  if (authored.deletedAt !== null) return 'NOT_FOUND';
  return didAuthor(viewer, authored) || isModerator ? null : 'FORBIDDEN';
}

/** What moderators took away stays away. */
export function denialOfRestoring(viewer: Viewer, authored: Authored, now: number): Denial {
  if (!didAuthor(viewer, authored)) return 'FORBIDDEN';
  if (authored.deletedAt === null) return 'INVALID';
  if (authored.deletedBy !== viewer.id) return 'FORBIDDEN';
  return now <= authored.deletedAt + restoreWindow ? null : 'RESTORE_WINDOW_CLOSED';
}

/** What was deleted is gone with its former versions. */
export function canSeeVersions(viewer: Viewer, authored: Authored, isModerator: boolean): boolean {
  return authored.deletedAt === null && (didAuthor(viewer, authored) || isModerator);
}
