import type { PersonIdentity, Role } from '../../platform/viewer.ts';

export const personStatuses = ['ACTIVE', 'DEPARTED'] as const;
export type PersonStatus = (typeof personStatuses)[number];

/** What is known of a person, as somebody told it: an import, a sign-in, the demo. */
export interface PersonDetails {
  /** Lower case, `[a-z0-9][a-z0-9._-]*`: what one writes after the @. */
  handle: string;
  name: string;
  /** What stays the same when name, mail and handle change. */
  employeeNumber: string | null;
  email: string | null;
  /** Whether the directory, or an issuer that proves mails, gave the mail; null where nobody kept that. */
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
}

/** Somebody of the directory. */
export interface Person extends PersonDetails, PersonIdentity {
  managerId: string | null;
}

/** Somebody signing in. */
export interface IdentifiedPerson {
  person: PersonIdentity;
  role: Role;
}

export const handlePattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** The details of somebody of whom only handle and name are known. */
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
  };
}
