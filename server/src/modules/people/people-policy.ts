import type { RowId } from '../../platform/ids.ts';
import { isAdministrator, isCommunicator, isGuest, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Person } from './person.ts';

/** The ids of the people whom a viewer may find; `everybody` where none is left out. */
export type Findable = 'everybody' | ReadonlySet<RowId>;

/**
 * Whether a viewer finds everybody: in the directory, in completion, and by handle or id. Guests find themselves and those whom
 * modules know as their acquaintances. People whom guests cannot find are still named as authors of what guests may read.
 */
export function findsEverybody(viewer: Viewer): boolean {
  return viewer.canRead && !isGuest(viewer);
}

export function canFind(findable: Findable, { id }: Pick<Person, 'id'>): boolean {
  return findable === 'everybody' || findable.has(id);
}

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

/** Of departed people, colleagues only see the name beside what they wrote, and that they have left. */
export function canSeeProfile(viewer: Viewer, person: Person): boolean {
  return person.status === 'ACTIVE' || isCommunicator(viewer);
}

/** What a person says of themselves day by day is for those who find them in the directory, and see their profile. */
export function canSeeInDirectory(viewer: Viewer, person: Person, findable: Findable): boolean {
  return canFind(findable, person) && canSeeProfile(viewer, person);
}

/** Contact details are for the signed-in, and only of people whom they may find and whose profile they may see. */
export function canSeeContact(viewer: Viewer, person: Person, findable: Findable): boolean {
  return isSignedIn(viewer) && canSeeInDirectory(viewer, person, findable);
}

/** Managers and reports are for those who may find everybody: for others, they would lead to people whom they cannot find. */
export function canSeeTeam(viewer: Viewer, person: Person): boolean {
  return findsEverybody(viewer) && canSeeProfile(viewer, person);
}

/** Who may change the kind and role of people, and deactivate them. */
export function denialOfAdministering(viewer: Viewer): 'UNAUTHENTICATED' | 'FORBIDDEN' | null {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  return isAdministrator(viewer) ? null : 'FORBIDDEN';
}

/** The part of a person that determines their rights. */
export type Rights = Pick<Person, 'role' | 'kind' | 'status'>;

/** Guests come from outside, and anyone who has the key of a program acts as it: neither administers the server. */
export function mayAdminister({ role, kind }: Pick<Rights, 'role' | 'kind'>): boolean {
  return role !== 'ADMIN' || (kind !== 'GUEST' && kind !== 'SERVICE');
}

export function administers({ role, status }: Pick<Rights, 'role' | 'status'>): boolean {
  return role === 'ADMIN' && status === 'ACTIVE';
}
