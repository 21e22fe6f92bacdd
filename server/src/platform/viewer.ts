import type { RowId } from './ids.ts';

export const roles = ['EMPLOYEE', 'COMMUNICATOR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** The part of a person that policies need. */
export interface PersonIdentity {
  id: RowId;
  handle: string;
  name: string;
}

/** The person who sends a request. Every service method takes a viewer and asks its policy. */
export interface Viewer {
  /** The id of the person, null when signed out. */
  readonly id: RowId | null;
  readonly person: PersonIdentity | null;
  /** Null when signed out. */
  readonly role: Role | null;
  /** Whether they may read what every employee may read. */
  readonly canRead: boolean;
  /** When the sign-in expires, in milliseconds since 1970; undefined if it does not. */
  readonly expiresAt?: number;
}

export type SignedInViewer = Viewer & { readonly id: RowId; readonly person: PersonIdentity; readonly role: Role };

/** Signed out, on a server that lets everyone read. */
export const ANONYMOUS: Viewer = Object.freeze({ id: null, person: null, role: null, canRead: true });

/** Signed out, on a server where only people who are signed in may read. */
export const STRANGER: Viewer = Object.freeze({ id: null, person: null, role: null, canRead: false });

export function viewerOf(person: PersonIdentity, role: Role): SignedInViewer {
  return { id: person.id, person, role, canRead: true };
}

export function isSignedIn(viewer: Viewer): viewer is SignedInViewer {
  return viewer.person !== null;
}

/** Whether the viewer has communication staff's rights. Administrators have them too. */
export function isCommunicator(viewer: Viewer): boolean {
  return viewer.role === 'COMMUNICATOR' || viewer.role === 'ADMIN';
}
