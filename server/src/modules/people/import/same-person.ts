import { emailKey, employeeKey } from '../identity-keys.ts';
import { fold, foldedWords } from '../folding.ts';
import { nameKey } from '../search/words.ts';
import type { Person, PersonDetails } from '../person.ts';

/** By what a row found somebody in the directory. */
export type FoundBy = 'login' | 'handle' | 'email';

/** As much of a row as tells people apart. */
export type RowIdentity = Partial<Pick<PersonDetails, 'employeeNumber' | 'email' | 'name' | 'handle' | 'role'>>;

/**
 * Whether a row is about the person whom one of its keys found, or about somebody who has that key now: handles, login
 * names and mails are given to newcomers when people leave. Two of key, name and mail must agree; where employee
 * numbers are known on both sides they alone decide.
 */
export function isSamePerson(row: RowIdentity, person: Person, foundBy: FoundBy): boolean {
  if (row.employeeNumber && person.employeeNumber)
    return employeeKey(row.employeeNumber) === employeeKey(person.employeeNumber);
  const name = nameAgrees(row, person);
  if (foundBy === 'email') {
    // Before anybody kept whether mails are proved, a sign-in could bring any.
    if (person.mailProved === null && row.role !== undefined && row.role !== 'EMPLOYEE' && name !== true) return false;
    if (name !== false) return name === true || row.handle === undefined || row.handle === person.handle;
    return row.handle === undefined && shareWord(row, person);
  }
  if (name !== false) return true;
  const mail = mailAgrees(row, person);
  return mail ?? shareWord(row, person);
}

/** Undefined where one side does not say. */
function mailAgrees(row: RowIdentity, person: Person): boolean | undefined {
  if (!row.email || !person.email || person.mailProved === false) return undefined;
  return emailKey(row.email) === emailKey(person.email);
}

/** Whether the names do not tell them apart. */
export function isOfName(row: RowIdentity, person: Person): boolean {
  return nameAgrees(row, person) !== false;
}

/** Undefined where one side does not say, as somebody of whom a sign-in told nothing but the handle. */
function nameAgrees(row: RowIdentity, person: Person): boolean | undefined {
  if (row.name === undefined || fold(person.name).replace(/[^a-z0-9._-]+/g, '-') === person.handle) return undefined;
  return nameKey(foldedWords(row.name)) === nameKey(foldedWords(person.name));
}

/** Whether a name may have changed into the other: a marriage leaves the first name. */
function shareWord(row: RowIdentity, person: Person): boolean {
  const words = new Set(foldedWords(person.name));
  return foldedWords(row.name ?? '').some((word) => words.has(word) && word.length > 1);
}
