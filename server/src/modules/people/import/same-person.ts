import { emailKey, employeeKey } from '../identity-keys.ts';
import { fold, foldedWords } from '../folding.ts';
import { nameKey } from '../search/words.ts';
import type { Person, PersonDetails } from '../person.ts';

/** The key by which a row found a person in the directory. */
export type FoundBy = 'login' | 'handle' | 'email';

/** The parts of a row that distinguish people. */
export type RowIdentity = Partial<Pick<PersonDetails, 'employeeNumber' | 'email' | 'name' | 'handle' | 'role'>>;

/**
 * Whether a row belongs to the person found by one of its keys, or to another person who has that key now: companies reuse
 * the handles, login names and mail addresses of people who leave. Two of key, name and mail address must agree; if both
 * sides have employee numbers, only these decide.
 */
export function isSamePerson(row: RowIdentity, person: Person, foundBy: FoundBy): boolean {
  if (row.employeeNumber && person.employeeNumber)
    return employeeKey(row.employeeNumber) === employeeKey(person.employeeNumber);
  const name = nameAgrees(row, person);
  if (foundBy === 'email') {
    // Older versions did not record whether addresses are verified: a sign-in could have brought any.
    if (person.mailProved === null && row.role !== undefined && row.role !== 'EMPLOYEE' && name !== true) return false;
    if (name !== false) return name === true || row.handle === undefined || row.handle === person.handle;
    return row.handle === undefined && shareWord(row, person);
  }
  if (name !== false) return true;
  const mail = mailAgrees(row, person);
  return mail ?? shareWord(row, person);
}

/** Undefined if one side is missing. */
function mailAgrees(row: RowIdentity, person: Person): boolean | undefined {
  if (!row.email || !person.email || person.mailProved === false) return undefined;
  return emailKey(row.email) === emailKey(person.email);
}

/** Whether the names do not distinguish them. */
export function isOfName(row: RowIdentity, person: Person): boolean {
  return nameAgrees(row, person) !== false;
}

/** Undefined if one side is missing, for example for a person whose sign-in contained only the handle. */
function nameAgrees(row: RowIdentity, person: Person): boolean | undefined {
  if (row.name === undefined || fold(person.name).replace(/[^a-z0-9._-]+/g, '-') === person.handle) return undefined;
  return nameKey(foldedWords(row.name)) === nameKey(foldedWords(person.name));
}

/** Whether one name may have changed into the other: a marriage keeps the first name. */
function shareWord(row: RowIdentity, person: Person): boolean {
  const words = new Set(foldedWords(person.name));
  return foldedWords(row.name ?? '').some((word) => words.has(word) && word.length > 1);
}
