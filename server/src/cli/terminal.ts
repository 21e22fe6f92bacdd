import { once } from 'node:events';

/** Characters that a terminal would interpret or not show: control characters, direction marks, zero-width characters. */
const UNPRINTABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu; // prettier-ignore

/**
 * Writes to the standard output. Names, cells and paths come from others: their control characters must not reach the
 * terminal.
 */
export function print(text: string): void {
  process.stdout.write(printable(text));
}

/** The same for much text: settles when a slow reader has taken enough of it. */
export async function printed(text: string): Promise<void> {
  if (!process.stdout.write(printable(text))) await once(process.stdout, 'drain');
}

/** The same for errors, on the standard error. */
export function printError(text: string): void {
  process.stderr.write(printable(text));
}

/** A text with escapes (`\u001b`) for all invisible characters. Line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** The same, in one line: a line break in it could make a forged line of output. */
export function printableLine(text: string): string {
  return printable(text.replace(/\s*[\n\t]\s*/g, ' '));
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
