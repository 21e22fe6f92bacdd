import type { Insertable } from 'kysely';
import { foldedWords } from './folding.ts';
import { employeeKey, emailKey } from './identity-keys.ts';
import type { PersonTable } from './people-table.ts';
import { nameKey, nameTerms, phoneKey, profileTerms, sortName } from './search/words.ts';
import type { PersonDetails } from './person.ts';

/** The columns for a person's details, and the columns derived from them for lookups. */
export type DetailColumns = Omit<
  Insertable<PersonTable>,
  'seq' | 'id' | 'manager_id' | 'merged_into' | 'revision' | 'created_at' | 'updated_at'
>;

export function toColumns(details: PersonDetails): DetailColumns {
  return {
    handle: details.handle,
    name: details.name,
    sort_name: sortName(details.name),
    name_key: nameKey(foldedWords(details.name)),
    employee_number: details.employeeNumber,
    employee_key: details.employeeNumber === null ? null : employeeKey(details.employeeNumber),
    email: details.email,
    email_key: details.email === null ? null : emailKey(details.email),
    mail_proved: details.mailProved === null ? null : Number(details.mailProved),
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
    kind: details.kind,
  };
}

/** The words by which a person is found. */
export function indexedWords(details: PersonDetails): { name: string[]; profile: string[] } {
  const name = new Set(nameTerms(details.name).map(({ folded }) => folded));
  return { name: [...name], profile: profileTerms(details) };
}
