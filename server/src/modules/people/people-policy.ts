import { isCommunicator, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Person } from './person.ts';

/** Departed people stay visible where they wrote; only communication staff still find them in the directory. */
export function canFindDeparted(viewer: Viewer): boolean {
  return isCommunicator(viewer);
}

export function canSearchPeople(viewer: Viewer): boolean {
  return viewer.canRead;
}

/** A field that is hidden from somebody is not searched for them: what is found would tell what is in it. */
export function canSearchContacts(viewer: Viewer): boolean {
  return isSignedIn(viewer);
}

export function canSeePerson(viewer: Viewer): boolean {
  return viewer.canRead;
}

/** Of those who have left, colleagues see the name that stands beside what they wrote, and that they have left. */
export function canSeeProfile(viewer: Viewer, person: Person): boolean {
  return person.status === 'ACTIVE' || isCommunicator(viewer);
}

/** How to reach somebody is for colleagues, not for whoever reaches the server; and for those still to be reached. */
export function canSeeContact(viewer: Viewer, person: Person): boolean {
  return isSignedIn(viewer) && canSeeProfile(viewer, person);
}
