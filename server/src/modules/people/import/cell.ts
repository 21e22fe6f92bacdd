import { visibleText } from '../visible-text.ts';
import type { ImportField } from './column-names.ts';

/** What spreadsheets and databases write for an empty cell. */
const NOTHING = /^(?:\(null\)|null|\\N|n\/a|#N\/[AD]|[-–—.]+)$/i;
const NO_NAME = /^(?:\(null\)|\\N|n\/a|#N\/[AD]|[-–—.]+)$/i;
const nameFields = new Set<ImportField>(['name', 'firstName', 'lastName']);

/** A cell marked as text, so that Excel does not read it as a number or a formula: `="0612"`, `'+33 6`. */
const GUARDED = /^=\s*"(?<text>(?:[^"]|"")*)"$|^'(?<sign>[=+@-].*)$/s;

/** A fast path for most cells. */
const PLAIN = /^[A-Za-z0-9À-ÖØ-öø-ſ@+][A-Za-z0-9À-ÖØ-öø-ſ @+.,_'’|:/()-]*$/;
const PERHAPS_NOTHING = /^(?:null|n\/a)$/i;

/** The visible content of a cell: without invisible characters, and without the marks of a spreadsheet. */
export function cleanCell(cell: string, field?: ImportField): string {
  if (cell === '' || (PLAIN.test(cell) && !PERHAPS_NOTHING.test(cell))) return cell;
  const text = visibleText(cell).trim();
  const guarded = GUARDED.exec(text)?.groups;
  const bare = (guarded?.['text']?.replaceAll('""', '"') ?? guarded?.['sign'] ?? text).trim();
  // “Null” is also a surname.
  const isNothing = field && nameFields.has(field) ? NO_NAME : NOTHING;
  return isNothing.test(bare) ? '' : bare;
}
