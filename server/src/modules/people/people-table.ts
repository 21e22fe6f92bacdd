import type { Generated } from 'kysely';
import type { RowId } from '../../platform/ids.ts';
import type { PersonKind, Role } from '../../platform/viewer.ts';
import type { PersonStatus } from './person.ts';

export interface PersonTable {
  seq: Generated<number>;
  id: RowId;
  handle: string;
  name: string;
  /** The folded name, by which lists are sorted. */
  sort_name: string;
  /** The folded words of the name in alphabetical order: the same for "Lefèvre Stéphane". */
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
  manager_id: RowId | null;
  /** JSON list of tags. */
  expertise: string;
  /** JSON list of BCP 47 tags. */
  languages: string;
  status: PersonStatus;
  role: Role;
  /** `EMPLOYEE` for people whom a version without kinds adds. */
  kind: Generated<PersonKind>;
  employee_number: string | null;
  /** The employee number in the form of `employeeKey`. */
  employee_key: string | null;
  /** 1 if the directory or a trusted issuer has verified the mail address, 0 if not, null if unknown. */
  mail_proved: number | null;
  /** The person that this entry was merged into. The row keeps handle and mail address, which lead there. */
  merged_into: RowId | null;
  /** The revision of the last write that changed this row. */
  revision: number;
  created_at: number;
  updated_at: number;
}

/** A person's identity at an issuer. */
export interface AccountTable {
  issuer: string;
  subject: string;
  person_id: RowId;
  linked_at: number;
}

/** The source of a login name: an import only replaces its own. */
export const loginSources = ['IMPORT', 'SIGN_IN'] as const;
export type LoginSource = (typeof loginSources)[number];

export interface LoginTable {
  /** In the form of `loginKey`. */
  login_key: string;
  person_id: RowId;
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
