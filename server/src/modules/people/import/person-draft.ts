import { type PersonName, readName } from '../person-name.ts';
import type { PersonDetails, PersonStatus } from '../person.ts';
import type { ImportRow } from './csv-rows.ts';
import { BadCell, destroyedBySpreadsheet, readAddress, readEmail, readHandle, readLanguages, readPhone, readRole, shortEnough } from './cell-values.ts'; // prettier-ignore
import { controlOf, enabledOf, statusOf } from './status-cell.ts';

/** By what a row may say whom it is about. */
export interface KeysOfRow {
  details: Partial<PersonDetails>;
  /** What they sign in with elsewhere; undefined where the file does not say. */
  loginNames: string[] | undefined;
}

/** What a row says of somebody: only the columns that the file has. */
export interface PersonDraft extends KeysOfRow {
  /** Employee number, handle, login name, email, name or distinguished name of the manager, `''` for none; undefined where the file does not say. */
  manager: string | undefined;
  /** Where the company's directory has them: `CN=…,OU=…`. */
  distinguishedName: string | undefined;
  /** What was not taken of the row, in words for whoever made the file. */
  warnings: string[];
}

/** Why a row is not taken, in words for whoever made the file. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
}

const LONGEST_BIO = 2000;

/** More line breaks than this in a cell that has one line come from a quote that somebody forgot. */
const MOST_BREAKS = 3;

/** @throws {BadRow} */
export function readDraft({ cells, surplus }: ImportRow): PersonDraft {
  if (surplus.length > 0) {
    const count = `${surplus.length} cell${surplus.length === 1 ? '' : 's'}`;
    throw new BadRow(`${count} too many (${surplus.join(', ')}): is a separator in a cell without quotes?`);
  }
  const warnings: string[] = [];
  const details: Partial<PersonDetails> = {};
  /** What `read` makes of a cell; undefined for one that is bad, which is named and left out. */
  const take = <Value>(cell: string, field: string, read: (cell: string) => Value): Value | undefined => {
    try {
      return read(whole(cell, field));
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      warnings.push(error.message);
      return undefined;
    }
  };
  const optional = (field: 'jobTitle' | 'department' | 'location' | 'phone' | 'bio' | 'email' | 'avatarUrl' | 'employeeNumber', read: (cell: string) => string) => {
    const cell = cells[field];
    if (cell === undefined) return;
    const value = cell === '' ? null : take(cell, field, read);
    if (value !== undefined) details[field] = value;
  }; // prettier-ignore

  const name = take(nameIn(cells), 'name', (cell) => shortEnough('name', cell));
  if (name) details.name = visibleName(readName(name), warnings);
  const damage = details.name && damageOf(details.name);
  if (damage) warnings.push(`The name “${details.name}” ${damage}: export it as UTF-8.`);
  if (cells.handle) details.handle = take(cells.handle, 'handle', readHandle);
  optional('employeeNumber', (cell) => shortEnough('employee number', cell.replace(/^'/, '')));
  optional('email', (cell) => readEmail(cell, warnings));
  if (details.email !== undefined) details.mailProved = details.email === null ? null : true;
  optional('phone', readPhone);
  optional('jobTitle', (cell) => shortEnough('job title', line(cell)));
  optional('department', (cell) => shortEnough('department', line(cell)));
  optional('location', (cell) => shortEnough('location', line(cell)));
  optional('bio', (cell) => shortEnough('bio', cell, LONGEST_BIO));
  optional('avatarUrl', readAddress);
  if (cells.expertise !== undefined) details.expertise = listIn(cells.expertise);
  if (cells.languages !== undefined) details.languages = readLanguages(listIn(cells.languages), warnings);
  const statuses = [
    cells.status && take(cells.status, 'status', statusOf),
    cells.enabled && take(cells.enabled, 'account', enabledOf),
    cells.userAccountControl && take(cells.userAccountControl, 'account', controlOf),
  ].filter((status): status is PersonStatus => Boolean(status));
  // One column that says departed is enough.
  if (statuses.length > 0) details.status = statuses.includes('DEPARTED') ? 'DEPARTED' : statuses[0];
  if (cells.role) details.role = take(cells.role, 'role', readRole);

  const loginNames = loginNamesIn(cells);
  if (!details.handle && !details.email && !details.employeeNumber && !loginNames?.length)
    throw new BadRow(['Nothing says who it is: no handle, login, email or employee number.', ...warnings].join(' '));
  const present = Object.entries(details).filter(([, value]) => value !== undefined);
  return {
    details: Object.fromEntries(present),
    loginNames,
    manager: cells.manager,
    distinguishedName: cells.distinguishedName,
    warnings,
  };
}

/** The keys of a row as they are written, for one that cannot be read. */
export function keysOf({ cells }: ImportRow): KeysOfRow {
  const { handle, email, employeeNumber } = cells;
  const details = {
    ...(handle && { handle: handle.toLowerCase() }),
    ...(email && { email }),
    ...(employeeNumber && { employeeNumber }),
  };
  return { details, loginNames: loginNamesIn(cells) };
}

/** A cell as it was in the company's system. @throws {BadCell} where a spreadsheet put something else in its place. */
function whole(cell: string, field: string): string {
  if (destroyedBySpreadsheet(cell))
    throw new BadCell(`The ${field} “${cell}” is what a spreadsheet left of it: make the column one of text.`);
  const breaks = cell.split('\n').length - 1;
  if (breaks > MOST_BREAKS && field !== 'bio')
    throw new BadRow(`The ${field} goes over ${breaks + 1} lines: a quote is missing at its beginning or end.`);
  return cell;
}

/** "Nom" alone is the whole name; beside "Prénom" it is the surname. */
function nameIn({ name, firstName, lastName }: ImportRow['cells']): string {
  return name || [firstName, lastName].filter(Boolean).join(' ');
}

function visibleName({ name, warning }: PersonName, warnings: string[]): string {
  if (warning) warnings.push(warning);
  return name;
}

/** What an export in the wrong encoding did to a name. */
function damageOf(name: string): string | undefined {
  if (/\ufffd|\p{L}\?(?:\p{L}|$|\s)/u.test(name)) return 'has lost a letter';
  return /Ã[\u0080-\u00bf‰ˆŠ‹Œ]|â€/.test(name) ? 'was UTF-8 and was taken for something else' : undefined;
}

function line(cell: string): string {
  return cell.replace(/\s+/g, ' ');
}

function loginNamesIn({ loginName, userPrincipalName }: ImportRow['cells']): string[] | undefined {
  if (loginName === undefined && userPrincipalName === undefined) return undefined;
  return [loginName, userPrincipalName].filter((name) => name !== undefined && name !== '') as string[];
}

function listIn(cell: string): string[] {
  const entries = cell.split(/[|;,\n]/).map((entry) => entry.trim());
  return [...new Set(entries.filter((entry) => entry !== ''))];
}
