import { roles } from '../../../platform/viewer.ts';
import { memo } from '../../../platform/memo.ts';
import { fold } from '../folding.ts';
import { handlePattern, type PersonDetails } from '../person.ts';

/** Why a cell is skipped; the message is for the author of the file. The rest of its row is imported. */
export class BadCell extends Error {
  override readonly name = 'BadCell';
}

const LONGEST_CELL = 200;

/** Numbers shortened to `6,12E+08`, cells in too narrow columns, and formula errors, in English and French. */
const DESTROYED =
  /^(?:-?\d+(?:[.,]\d+)?E\+\d+|#{3,}|#(?:REF!|N\/A|N\/D|NAME\?|NOM\s?\?|VALUE!|VALEUR\s?!|DIV\/0\s?!|NUM!|NOMBRE\s?!|NULL!|NUL\s?!))$/i;

const roleNames: Record<string, PersonDetails['role']> = {
  employe: 'EMPLOYEE', employee: 'EMPLOYEE', salarie: 'EMPLOYEE', communicator: 'COMMUNICATOR',
  communicant: 'COMMUNICATOR', communication: 'COMMUNICATOR', admin: 'ADMIN', administrator: 'ADMIN', administrateur: 'ADMIN',
}; // prettier-ignore

/** A plain address, as nearly all are. */
const PLAIN_EMAIL = /^[\w.+'-]+@[\w.-]+$/;

/** The languages that a list of language names is likely to contain. */
const LANGUAGES = 'ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv ta th tr uk ur vi wo zh'; // prettier-ignore

export function destroyedBySpreadsheet(cell: string): boolean {
  return (cell.startsWith('#') || cell.includes('+')) && DESTROYED.test(cell);
}

/** @throws {BadCell} */
export function shortEnough(field: string, cell: string, limit = LONGEST_CELL): string {
  if (cell.length > limit)
    throw new BadCell(`The ${field} has ${cell.length} characters; at most ${limit} are allowed.`);
  return cell;
}

/** @throws {BadCell} */
export function readHandle(cell: string): string {
  const handle = cell.toLowerCase().replace(/^@/, '');
  if (!handlePattern.test(handle))
    throw new BadCell(
      `“${cell}” is not a handle: use letters without accents, digits and, after the first character, . _ -`,
    );
  return handle;
}

/**
 * The address in a cell, without `mailto:`, `SMTP:` or a name as in `Zoé <zoe@…>`. Of several, the first.
 *
 * @throws {BadCell}
 */
export function readEmail(cell: string, warnings: string[] = []): string {
  if (PLAIN_EMAIL.test(cell) && cell.length <= LONGEST_CELL) return cell;
  const inner = [...cell.matchAll(/<([^<>]*@[^<>]*)>/g)].map(([, address]) => address!);
  const addresses = (inner.length > 0 ? inner : cell.split(/[;,|\n]/))
    .map((address) => address.trim().replace(/^(?:mailto|smtp):/i, '').split('?', 1)[0]!)
    .filter(Boolean); // prettier-ignore
  const [email = ''] = addresses;
  if (!/^[^\s@<>;,"()]+@[^\s@<>;,"()]+$/.test(email) || email.length > LONGEST_CELL)
    throw new BadCell(`“${cell}” is not an email address.`);
  if (addresses.some((other) => other.toLowerCase() !== email.toLowerCase()))
    warnings.push(`Of the email addresses “${cell}”, the first is used.`);
  return email;
}

/** @throws {BadCell} */
export function readPhone(cell: string): string {
  const phone = cell
    .replace(/^\[\s*"?|"?\s*\]$/g, '')
    .replace(/^(?:'|tel:)/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/\d/.test(phone)) throw new BadCell(`“${cell}” is not a phone number: it has no digits.`);
  return shortEnough('phone', phone);
}

/** @throws {BadCell} */
export function readAddress(cell: string): string {
  if (!/^https?:$/.test(URL.parse(cell)?.protocol ?? ''))
    throw new BadCell(`“${cell}” is not the http address of a picture.`);
  return cell;
}

/** The tags of languages given as tags, or as English or French names; unknown ones are reported and skipped. */
export function readLanguages(entries: readonly string[], warnings: string[]): string[] {
  const tags = entries.flatMap((entry) => {
    const tag = languageTag(entry);
    if (!tag) warnings.push(`“${entry}” is not a language: fr, en, pt-BR, français …`);
    return tag || [];
  });
  return [...new Set(tags)];
}

/** Most people in a file speak the same few languages. */
const languageTag = memo((entry: string) => newLanguageTag(entry) ?? '', 1_000);

function newLanguageTag(entry: string): string | undefined {
  if (/^[a-z]{2,3}(?:[-_]|$)/i.test(entry)) {
    try {
      return Intl.getCanonicalLocales(entry.replaceAll('_', '-'))[0];
    } catch {
      return undefined;
    }
  }
  return tagsByName().get(fold(entry));
}

let namedTags: Map<string, string> | undefined;

function tagsByName(): Map<string, string> {
  namedTags ??= new Map(
    ['en', 'fr'].flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'language' });
      return LANGUAGES.split(' ').map((tag) => [fold(names.of(tag) ?? tag), tag] as const);
    }),
  );
  return namedTags;
}

/** @throws {BadCell} */
export function readRole(cell: string): PersonDetails['role'] {
  const role = roles.find((one) => one === cell.toUpperCase()) ?? roleNames[fold(cell)];
  if (!role) throw new BadCell(`“${cell}” is not a role: employee, communicator or admin.`);
  return role;
}
