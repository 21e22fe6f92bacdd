import type { PersonDetails } from '../modules/people/index.ts';
import { cast, type CastMember } from './cast.ts';
import { emailOf } from './people-handles.ts';

/** Somebody of the demo's directory, with the handle of whom they report to. */
export interface DemoPersonDetails extends PersonDetails {
  manager: string | null;
}

/** People with no part in the conversations, whom one may sign in as or look for. */
const extras: readonly CastMember[] = [
  {
    handle: 'samira.haddad',
    name: 'Samira Haddad',
    jobTitle: 'Directrice des systèmes d’information',
    department: 'Informatique',
    location: 'Lyon',
    manager: 'claire.montagnier',
    expertise: ['cybersécurité', 'SAP', 'MES'],
    languages: ['fr', 'en', 'ar'],
    role: 'ADMIN',
  },
  {
    handle: 'tom.whitaker',
    name: 'Tom Whitaker',
    jobTitle: 'Maintenance lead',
    department: 'Maintenance',
    location: 'Manchester',
    manager: 'james.okafor',
    expertise: ['hydraulique', 'robots', 'vibrations'],
    languages: ['en'],
  },
  {
    handle: 'gerard.morvan',
    name: 'Gérard Morvan',
    jobTitle: 'Chef d’atelier',
    department: 'Production',
    location: 'Nantes',
    manager: 'claire.montagnier',
    expertise: ['fonderie', 'tutorat'],
    languages: ['fr'],
    departed: true,
  },
];

/** The people of the demo who are known by name, managers before those they manage. */
export const knownPeople: readonly DemoPersonDetails[] = [...cast, ...extras].map((member, index) => ({
  handle: member.handle,
  name: member.name,
  employeeNumber: null,
  email: emailOf(member.handle),
  mailProved: true,
  phone: `+33 1 99 00 00 ${String(10 + index).padStart(2, '0')}`,
  jobTitle: member.jobTitle,
  department: member.department,
  location: member.location,
  bio: member.bio ?? null,
  avatarUrl: null,
  expertise: [...member.expertise],
  languages: [...member.languages],
  status: member.departed ? 'DEPARTED' : 'ACTIVE',
  role: member.role ?? 'EMPLOYEE',
  manager: member.manager,
}));
