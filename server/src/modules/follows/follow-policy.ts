import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Group } from '../groups/index.ts';
import type { Person } from '../people/index.ts';
import type { Denial, Subject } from '../subjects/index.ts';

// What is muted is asked for the same: who may not read something hears nothing of it anyway.

export function denialOfFollowingSubject(viewer: Viewer, { deletedAt }: Subject): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  return deletedAt === null ? null : 'NOT_FOUND';
}

/** Of somebody whom the viewer may find. */
export function denialOfFollowingPerson(viewer: Viewer, { id, status }: Pick<Person, 'id' | 'status'>): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (id === viewer.id) return 'INVALID';
  return status === 'ACTIVE' ? null : 'NOT_FOUND';
}

/**
 * Of a group that the viewer may know of.
 *
 * @param isReader - Whether they read what is said in it.
 */
export function denialOfFollowingGroup(viewer: Viewer, { deletedAt }: Group, isReader: boolean): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  return isReader ? null : 'FORBIDDEN';
}
