import type { RowId } from '../../platform/ids.ts';
import type { PersonIdentity, PersonKind, Role } from '../../platform/viewer.ts';

export const personStatuses = ['ACTIVE', 'DEPARTED'] as const;
export type PersonStatus = (typeof personStatuses)[number];

/** The details of a person, from an import, a sign-in or the demo. */
export interface PersonDetails {
  /** Lower case, `[a-z0-9][a-z0-9._-]*`: the name after the @. */
  handle: string;
  name: string;
  /** Stays the same when name, mail address and handle change. */
  employeeNumber: string | null;
  email: string | null;
  /** Whether the directory or a trusted issuer has verified the mail address; null if unknown. */
  mailProved: boolean | null;
  phone: string | null;
  jobTitle: string | null;
  department: string | null;
  location: string | null;
  bio: string | null;
  avatarUrl: string | null;
  expertise: string[];
  /** BCP 47 tags. */
  languages: string[];
  status: PersonStatus;
  role: Role;
  kind: PersonKind;
}

/** A person of the directory. */
export interface Person extends PersonDetails, PersonIdentity {
  managerId: RowId | null;
}

export const handlePattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** The details of a person of whom only handle and name are known. */
export function newPersonDetails(handle: string, name: string): PersonDetails {
  return {
    handle,
    name,
    employeeNumber: null,
    email: null,
    mailProved: null,
    phone: null,
    jobTitle: null,
    department: null,
    location: null,
    bio: null,
    avatarUrl: null,
    expertise: [],
    languages: [],
    status: 'ACTIVE',
    role: 'EMPLOYEE',
    kind: 'EMPLOYEE',
  };
}
