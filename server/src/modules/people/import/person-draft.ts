import { readName } from '../person-name.ts';
import type { PersonDetails, PersonStatus } from '../person.ts';
import type { ImportRow } from './csv-rows.ts';
import { BadCell, destroyedBySpreadsheet, readAddress, readEmail, readHandle, readLanguages, readPhone, readRole, shortEnough } from './cell-values.ts'; // prettier-ignore
import { kindOf } from './kind-cell.ts';
import { controlOf, enabledOf, statusOf } from './status-cell.ts';

/** The parts of a row that can identify a person. */
export interface KeysOfRow {
  details: Partial<PersonDetails>;
  /** The login names; undefined if the file has no column for them. */
  loginNames: string[] | undefined;
}

/** The content of a row: only fields that have a column in the file. */
export interface PersonDraft extends KeysOfRow {
  /**
   * Employee number, handle, login name, email, name or distinguished name of the manager, `''` for none; undefined if the
   * file has no column for it.
   */
  manager: string | undefined;
  /** Their distinguished name in the company's directory: `CN=…,OU=…`. */
  distinguishedName: string | undefined;
  /** What was skipped in the row; messages for the author of the file. */
  warnings: string[];
}

/** Why a row is skipped; the message is for the author of the file. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
}

const LONGEST_BIO = 2000;

/** More lines than this in a single-line cell come from a missing quote. */
const MOST_LINES = 4;

/** How to read the cells whose field may be emptied. */
const optionalCells: [field: OptionalField, read: (cell: string, warnings: string[]) => string][] = [
  ['employeeNumber', (cell) => shortEnough('employee number', cell.replace(/^'/, ''))],
  ['email', readEmail],
  ['phone', readPhone],
  ['jobTitle', (cell) => shortEnough('job title', oneLine(cell))],
  ['department', (cell) => shortEnough('department', oneLine(cell))],
  ['location', (cell) => shortEnough('location', oneLine(cell))],
  ['bio', (cell) => shortEnough('bio', cell, LONGEST_BIO)],
  ['avatarUrl', readAddress],
];
type OptionalField =
  'employeeNumber' | 'email' | 'phone' | 'jobTitle' | 'department' | 'location' | 'bio' | 'avatarUrl';

/** @throws {BadRow} */
export function readDraft({ cells, surplus }: ImportRow): PersonDraft {
  if (surplus.length > 0) {
    const count = `${surplus.length} cell${surplus.length === 1 ? '' : 's'}`;
    throw new BadRow(`${count} too many (${surplus.join(', ')}): does a cell without quotes contain a separator?`);
  }
  const warnings: string[] = [];
  const details: Partial<PersonDetails> = {};
  const name = take(nameIn(cells), 'name', readVisibleName, warnings);
  if (name) details.name = name;
  const handle = take(cells.handle, 'handle', readHandle, warnings);
  if (handle) details.handle = handle;
  for (const [field, read] of optionalCells) {
    const value = cells[field] === '' ? null : take(cells[field], field, read, warnings);
    if (value !== undefined) details[field] = value;
  }
  if (details.email !== undefined) details.mailProved = details.email === null ? null : true;
  if (cells.expertise !== undefined) details.expertise = listIn(cells.expertise);
  if (cells.languages !== undefined) details.languages = readLanguages(listIn(cells.languages), warnings);
  const status = statusIn(cells, warnings);
  if (status) details.status = status;
  const role = take(cells.role, 'role', readRole, warnings);
  if (role) details.role = role;
  const kind = take(cells.kind, 'kind', kindOf, warnings);
  if (kind) details.kind = kind;

  const loginNames = loginNamesIn(cells);
  if (!details.handle && !details.email && !details.employeeNumber && !loginNames?.length)
    throw new BadRow(['It identifies no one: no handle, login, email or employee number.', ...warnings].join(' '));
  return { details, loginNames, manager: cells.manager, distinguishedName: cells.distinguishedName, warnings };
}

/** The value that `read` makes of a cell; undefined if the cell is missing, or invalid, which adds a warning. */
function take<Value>(
  cell: string | undefined,
  field: string,
  read: (cell: string, warnings: string[]) => Value,
  warnings: string[],
): Value | undefined {
  if (!cell) return undefined;
  try {
    assertWhole(cell, field);
    return read(cell, warnings);
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    warnings.push(error.message);
    return undefined;
  }
}

/** One column with departed is enough. */
function statusIn(
  { status, enabled, userAccountControl }: ImportRow['cells'],
  warnings: string[],
): PersonStatus | undefined {
  const told = [
    take(status, 'status', statusOf, warnings),
    take(enabled, 'account', enabledOf, warnings),
    take(userAccountControl, 'account', controlOf, warnings),
  ];
  return told.includes('DEPARTED') ? 'DEPARTED' : told.find((one) => one !== undefined);
}

function readVisibleName(cell: string, warnings: string[]): string {
  const { name, warning } = readName(shortEnough('name', cell));
  if (warning) warnings.push(warning);
  const damage = damageOf(name);
  if (damage) warnings.push(`The name “${name}” ${damage}: export it as UTF-8.`);
  return name;
}

/** The raw keys of a row that cannot be read. */
export function keysOf({ cells }: ImportRow): KeysOfRow {
  const { handle, email, employeeNumber } = cells;
  const details = {
    ...(handle && { handle: handle.toLowerCase() }),
    ...(email && { email }),
    ...(employeeNumber && { employeeNumber }),
  };
  return { details, loginNames: loginNamesIn(cells) };
}

/** @throws {BadCell} if a spreadsheet has destroyed the content. */
function assertWhole(cell: string, field: string): void {
  if (destroyedBySpreadsheet(cell))
    throw new BadCell(`The ${wordsFor(field)} “${cell}” was damaged by a spreadsheet: format the column as text.`);
  if (field === 'bio' || !cell.includes('\n')) return;
  const lines = cell.split('\n').length;
  if (lines > MOST_LINES)
    throw new BadRow(`The ${wordsFor(field)} spans ${lines} lines: a quote is missing at its beginning or end.`);
}

/** The words of a field name, such as `jobTitle`. */
function wordsFor(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** "Nom" alone is the whole name; beside "Prénom" it is the surname. */
function nameIn({ name, firstName, lastName }: ImportRow['cells']): string {
  return name || [firstName, lastName].filter(Boolean).join(' ');
}

/** How an export in the wrong encoding damaged a name. */
function damageOf(name: string): string | undefined {
  if (/\ufffd|\p{L}\?(?:\p{L}|$|\s)/u.test(name)) return 'has lost a letter';
  return /Ã[\u0080-\u00bf‰ˆŠ‹Œ]|â€/.test(name) ? 'was UTF-8 and was read as another encoding' : undefined;
}

function oneLine(cell: string): string {
  return /\s\s|[\n\t]/.test(cell) ? cell.replace(/\s+/g, ' ') : cell;
}

function loginNamesIn({ loginName, userPrincipalName }: ImportRow['cells']): string[] | undefined {
  if (loginName === undefined && userPrincipalName === undefined) return undefined;
  return [loginName, userPrincipalName].filter((name) => name !== undefined && name !== '') as string[];
}

function listIn(cell: string): string[] {
  const entries = cell.split(/[|;,\n]/).map((entry) => entry.trim());
  return [...new Set(entries.filter((entry) => entry !== ''))];
}
