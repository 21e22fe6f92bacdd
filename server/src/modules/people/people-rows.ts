import type { Insertable } from 'kysely';
import { foldedWords } from './folding.ts';
import type { PersonTable } from './people-table.ts';
import { nameKey, nameTerms, phoneKey, profileTerms, sortName } from './people-words.ts';
import type { PersonDetails } from './person.ts';

/** The columns that hold what is known of a person, with those that are made from it to find them by. */
export type DetailColumns = Omit<
  Insertable<PersonTable>,
  'seq' | 'id' | 'manager_id' | 'revision' | 'created_at' | 'updated_at'
>;

export function toColumns(details: PersonDetails): DetailColumns {
  return {
    handle: details.handle,
    name: details.name,
    sort_name: sortName(details.name),
    name_key: nameKey(foldedWords(details.name)),
    email: details.email,
    email_key: details.email?.toLowerCase() ?? null,
    phone: details.phone,
    phone_key: details.phone === null ? null : phoneKey(details.phone),
    job_title: details.jobTitle,
    department: details.department,
    location: details.location,
    bio: details.bio,
    avatar_url: details.avatarUrl,
    expertise: JSON.stringify(details.expertise),
    languages: JSON.stringify(details.languages),
    status: details.status,
    role: details.role,
  };
}

/** The words that a person is found by. */
export function indexedWords(details: PersonDetails): { name: string[]; profile: string[] } {
  const name = new Set(nameTerms(details.name).map(({ folded }) => folded));
  return { name: [...name], profile: profileTerms(details) };
}
