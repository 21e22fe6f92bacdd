import { Readership } from './audience.ts';
import type { RowId } from './ids.ts';

export const roles = ['EMPLOYEE', 'COMMUNICATOR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** What people are to the company. A service is a program that writes. */
export const personKinds = ['EMPLOYEE', 'CONTRACTOR', 'GUEST', 'SERVICE'] as const;
export type PersonKind = (typeof personKinds)[number];

/** The part of a person that policies need. */
export interface PersonIdentity {
  id: RowId;
  handle: string;
  name: string;
}

/** A person with what determines their rights. */
export interface IdentifiedPerson {
  person: PersonIdentity;
  role: Role;
  kind: PersonKind;
}

/** The person who sends a request. Every service method takes a viewer and asks its policy. */
export interface Viewer {
  /** The id of the person, null when signed out. */
  readonly id: RowId | null;
  readonly person: PersonIdentity | null;
  /** Null when signed out. */
  readonly role: Role | null;
  /** Null when signed out. */
  readonly kind: PersonKind | null;
  /** Whether they may read anything here at all. */
  readonly canRead: boolean;
  /** What they may read, by its audience. */
  readonly readership: Readership;
  /** When the sign-in expires, in milliseconds since 1970; undefined if it does not. */
  readonly expiresAt?: number;
}

export type SignedInViewer = Viewer & {
  readonly id: RowId;
  readonly person: PersonIdentity;
  readonly role: Role;
  readonly kind: PersonKind;
};

/** Signed out, on a server that lets everyone read. */
export const ANONYMOUS: Viewer = Object.freeze({
  id: null,
  person: null,
  role: null,
  kind: null,
  canRead: true,
  readership: Readership.everyone,
});

/** Signed out, on a server where only people who are signed in may read. */
export const STRANGER: Viewer = Object.freeze({
  id: null,
  person: null,
  role: null,
  kind: null,
  canRead: false,
  readership: Readership.nothing,
});

export function viewerOf({ person, role, kind }: IdentifiedPerson): SignedInViewer {
  const readership = kind === 'GUEST' ? Readership.everyone : Readership.employee;
  return { id: person.id, person, role, kind, canRead: true, readership };
}

export function isSignedIn(viewer: Viewer): viewer is SignedInViewer {
  return viewer.person !== null;
}

/** Whether the viewer has communication staff's rights. Administrators have them too. */
export function isCommunicator(viewer: Viewer): boolean {
  return viewer.role === 'COMMUNICATOR' || viewer.role === 'ADMIN';
}

export function isAdministrator(viewer: Viewer): boolean {
  return viewer.role === 'ADMIN';
}

/** Whether the viewer comes from outside: they find only those whom they have something to do with. */
export function isGuest(viewer: Viewer): boolean {
  return viewer.kind === 'GUEST';
}
