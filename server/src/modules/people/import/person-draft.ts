import { roles } from '../../../auth/viewer.ts';
import { fold } from '../folding.ts';
import type { ImportRow } from './csv-rows.ts';
import { handlePattern, type PersonDetails } from '../person.ts';

/** What a row says of somebody: only the columns that the file has. */
export interface PersonDraft {
  details: Partial<PersonDetails>;
  /** Handle or email of the manager, `''` for none; undefined where the file does not say. */
  manager: string | undefined;
}

/** Why a row is not taken, in words for whoever made the file. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
}

const LONGEST_CELL = 200;
const LONGEST_BIO = 2000;

const statuses: Record<string, PersonDetails['status']> = {
  active: 'ACTIVE', actif: 'ACTIVE', present: 'ACTIVE',
  departed: 'DEPARTED', left: 'DEPARTED', inactive: 'DEPARTED', parti: 'DEPARTED', partie: 'DEPARTED', inactif: 'DEPARTED', sorti: 'DEPARTED',
}; // prettier-ignore

/** @throws {BadRow} */
export function readDraft({ cells, surplus }: ImportRow): PersonDraft {
  if (surplus !== 0) {
    const count = `${Math.abs(surplus)} cell${Math.abs(surplus) === 1 ? '' : 's'}`;
    throw new BadRow(surplus > 0 ? `${count} too many: is a separator in a cell without quotes?` : `${count} missing.`);
  }
  const details: Partial<PersonDetails> = {};
  const text = <Field extends 'jobTitle' | 'department' | 'location' | 'phone' | 'bio'>(field: Field) => {
    const cell = cells[field];
    if (cell !== undefined)
      details[field] = shortEnough(field, cell, field === 'bio' ? LONGEST_BIO : LONGEST_CELL) || null;
  };
  for (const field of ['jobTitle', 'department', 'location', 'phone', 'bio'] as const) text(field);
  const name = nameIn(cells);
  if (name) details.name = shortEnough('name', name, LONGEST_CELL);
  if (cells.handle) details.handle = readHandle(cells.handle);
  if (cells.email !== undefined) {
    details.email = cells.email ? readEmail(cells.email) : null;
    details.mailProved = details.email === null ? null : true;
  }
  if (cells.avatarUrl !== undefined) details.avatarUrl = cells.avatarUrl ? readAddress(cells.avatarUrl) : null;
  if (cells.expertise !== undefined) details.expertise = listIn(cells.expertise);
  if (cells.languages !== undefined) details.languages = listIn(cells.languages).map(readLanguage);
  if (cells.status) details.status = readStatus(cells.status);
  if (cells.role) details.role = readRole(cells.role);
  if (!details.handle && !details.email) throw new BadRow('Neither handle nor email says who it is.');
  return { details, manager: cells.manager?.toLowerCase() };
}

/** "Nom" alone is the whole name; beside "Prénom" it is the surname. */
function nameIn({ name, firstName, lastName }: ImportRow['cells']): string {
  return (name || [firstName, lastName].filter(Boolean).join(' ')).replace(/\s+/g, ' ');
}

function shortEnough(field: string, cell: string, limit: number): string {
  if (cell.length > limit) throw new BadRow(`The ${field} has ${cell.length} characters, ${limit} are the most.`);
  return cell;
}

function readHandle(cell: string): string {
  const handle = cell.toLowerCase().replace(/^@/, '');
  if (!handlePattern.test(handle))
    throw new BadRow(`“${cell}” is no handle: letters without accents, digits, and . _ - after the first.`);
  return handle;
}

function readEmail(cell: string): string {
  if (!/^[^\s@]+@[^\s@]+$/.test(cell) || cell.length > LONGEST_CELL) throw new BadRow(`“${cell}” is no email address.`);
  return cell;
}

function readAddress(cell: string): string {
  if (!/^https?:$/.test(URL.parse(cell)?.protocol ?? ''))
    throw new BadRow(`“${cell}” is no http address of a picture.`);
  return cell;
}

function readLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]!;
  } catch {
    throw new BadRow(`“${tag}” is no language tag: fr, en, pt-BR …`);
  }
}

function readStatus(cell: string): PersonDetails['status'] {
  const status = statuses[fold(cell)];
  if (!status) throw new BadRow(`“${cell}” is no status: active or departed (actif, parti).`);
  return status;
}

function readRole(cell: string): PersonDetails['role'] {
  const role = roles.find((one) => one === cell.toUpperCase());
  if (!role) throw new BadRow(`“${cell}” is no role: employee, communicator or admin.`);
  return role;
}

function listIn(cell: string): string[] {
  const entries = cell.split(/[|;,]/).map((entry) => entry.trim());
  return [...new Set(entries.filter((entry) => entry !== ''))];
}
