import { isCommunicator, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Person } from './person.ts';

/** Departed people stay visible where they wrote; only communicators and administrators find them in the directory. */
export function canFindDeparted(viewer: Viewer): boolean {
  return isCommunicator(viewer);
}

export function canSearchPeople(viewer: Viewer): boolean {
  return viewer.canRead;
}

/** A hidden field must not be searched either: the results would reveal its content. */
export function canSearchContacts(viewer: Viewer): boolean {
  return isSignedIn(viewer);
}

export function canSeePerson(viewer: Viewer): boolean {
  return viewer.canRead;
}

/** Of departed people, colleagues only see the name beside what they wrote, and that they have left. */
export function canSeeProfile(viewer: Viewer, person: Person): boolean {
  return person.status === 'ACTIVE' || isCommunicator(viewer);
}

/** Contact details are for signed-in colleagues, and only of people whose profile they may see. */
export function canSeeContact(viewer: Viewer, person: Person): boolean {
  return isSignedIn(viewer) && canSeeProfile(viewer, person);
}
