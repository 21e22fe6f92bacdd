import type { Generated } from 'kysely';
import type { Role } from '../../auth/viewer.ts';
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
  /** The write to the directory that last changed this row. */
  revision: number;
  created_at: number;
  updated_at: number;
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
  person_word: PersonWordTable;
  people_revision: PeopleRevisionTable;
}
