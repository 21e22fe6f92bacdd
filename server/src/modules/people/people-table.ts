import type { Generated } from 'kysely';
import type { Role } from '../../platform/viewer.ts';
import type { PersonStatus } from './person.ts';

export interface PersonTable {
  seq: Generated<number>;
  id: string;
  handle: string;
  name: string;
  /** The name folded: what lists are in order of. */
  sort_name: string;
  /** The words of the name folded and in alphabetical order: the same for "Lefèvre Stéphane". */
  name_key: string;
  email: string | null;
  /** In lower case. */
  email_key: string | null;
  phone: string | null;
  /** The last eight digits, so that a number is found with or without its country code. */
  phone_key: string | null;
  job_title: string | null;
  department: string | null;
  location: string | null;
  bio: string | null;
  avatar_url: string | null;
  manager_id: string | null;
  /** JSON list of tags. */
  expertise: string;
  /** JSON list of BCP 47 tags. */
  languages: string;
  status: PersonStatus;
  role: Role;
  employee_number: string | null;
  /** The employee number as `employeeKey` folds it. */
  employee_key: string | null;
  /** 1 where the directory or an issuer that proves mails gave the mail, 0 where not, null where nobody kept it. */
  mail_proved: number | null;
  /** The person whom this one turned out to be. The row keeps handle and mail, which lead there. */
  merged_into: string | null;
  /** The write to the directory that last changed this row. */
  revision: number;
  created_at: number;
  updated_at: number;
}

/** Somebody as an issuer knows them. */
export interface AccountTable {
  issuer: string;
  subject: string;
  person_id: string;
  linked_at: number;
}

/** Who told of a login name: an import replaces its own alone. */
export const loginSources = ['IMPORT', 'SIGN_IN'] as const;
export type LoginSource = (typeof loginSources)[number];

export interface LoginTable {
  /** As `loginKey` folds it. */
  login_key: string;
  person_id: string;
  source: LoginSource;
}

export interface PersonWordTable {
  word: string;
  sound: string | null;
}

export interface PeopleRevisionTable {
  id: number;
  value: number;
}

export interface PeopleTables {
  person: PersonTable;
  account: AccountTable;
  login: LoginTable;
  person_word: PersonWordTable;
  people_revision: PeopleRevisionTable;
}
