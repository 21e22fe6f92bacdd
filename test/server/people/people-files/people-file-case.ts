import type { ImportOptions } from '../../../../server/src/modules/people/index.ts';
import type { Person } from '../../../../server/src/modules/people/index.ts';

/** A file as somebody has it, and what an import of it into an empty directory gives. */
export interface PeopleFileCase {
  /** What it is: which program wrote it, or what somebody did to it. */
  file: string;
  bytes: Buffer;
  options?: ImportOptions;
  /** `rows added left-out taken-in-part`; for a file that is refused, the words of the refusal. */
  gives: string | RegExp;
  /** What is said, of the file or of a row, in any order; nothing else may be. */
  says?: RegExp[];
  /** People as they are afterwards, by handle, as far as they matter; the manager by handle. */
  people?: Record<string, Partial<Person> & { manager?: string }>;
}

export const utf8 = (text: string) => Buffer.from(text);
export const utf8Marked = (text: string) => Buffer.from(`\uFEFF${text}`);
export const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
export const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
export const windows1252 = (text: string) => encoded(text, 'windows-1252');
export const macRoman = (text: string) => encoded(text, 'macintosh');

/** Lines as Windows ends them. */
export const lines = (...rows: string[]) => rows.map((row) => `${row}\r\n`).join('');

function encoded(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from(Array.from(text, (letter) => bytes.get(letter) ?? 0x3f));
}
