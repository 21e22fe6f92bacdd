import type { RowId } from './ids.ts';

export const roles = ['EMPLOYEE', 'COMMUNICATOR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** As much of a person as deciding what they may do takes. */
export interface PersonIdentity {
  id: RowId;
  handle: string;
  name: string;
}

/** Who is asking. Every service method takes one and asks its policy. */
export interface Viewer {
  /** The id of the person, null when signed out. */
  readonly id: RowId | null;
  readonly person: PersonIdentity | null;
  /** Null when signed out. */
  readonly role: Role | null;
  /** Whether they may read what every employee may read. */
  readonly canRead: boolean;
  /** When the proof of who they are ends, in milliseconds since 1970, if it does. */
  readonly expiresAt?: number;
}

export type SignedInViewer = Viewer & { readonly id: RowId; readonly person: PersonIdentity; readonly role: Role };

/** Signed out, on a server that lets everybody who reaches it read. */
export const ANONYMOUS: Viewer = Object.freeze({ id: null, person: null, role: null, canRead: true });

/** Signed out, on a server that shows nothing to those. */
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
