import type { PersonDetails } from '../../../server/src/modules/people/index.ts';
import { readContent } from '../content.ts';
import { emailOf } from './handles.ts';

/** Somebody of the demo's directory, with the handle of whom they report to. */
export interface DemoPersonDetails extends PersonDetails {
  manager: string | null;
}

/** An invented person who is known by name, as `people.json` has them. */
interface KnownPerson extends Pick<DemoPersonDetails, 'handle' | 'name' | 'jobTitle' | 'department' | 'location'> {
  /** The manager's handle; null at the top. */
  manager: string | null;
  expertise: string[];
  languages: string[];
  bio?: string;
  role?: PersonDetails['role'];
  kind?: PersonDetails['kind'];
  departed?: true;
  /** Has no part in the conversations: somebody to sign in as or to look for. */
  silent?: true;
}

const known = JSON.parse(readContent('people.json')) as readonly KnownPerson[];

/** The handles of those who speak in the demo. */
export const speakers: ReadonlySet<string> = new Set(known.filter(({ silent }) => !silent).map(({ handle }) => handle));

/** The people of the demo who are known by name, managers before those they manage. */
export const knownPeople: readonly DemoPersonDetails[] = known.map((person, index) => ({
  handle: person.handle,
  name: person.name,
  employeeNumber: null,
  email: emailOf(person.handle),
  mailProved: true,
  phone: `+33 1 99 00 00 ${String(10 + index).padStart(2, '0')}`,
  jobTitle: person.jobTitle,
  department: person.department,
  location: person.location,
  bio: person.bio ?? null,
  avatarUrl: null,
  expertise: person.expertise,
  languages: person.languages,
  status: person.departed ? 'DEPARTED' : 'ACTIVE',
  role: person.role ?? 'EMPLOYEE',
  kind: person.kind ?? 'EMPLOYEE',
  manager: person.manager,
}));
