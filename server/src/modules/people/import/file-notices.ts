import type { FileHead } from './csv-rows.ts';
import type { FileEncoding } from './encoding-guess.ts';

/** Notices about the encoding of a file. */
export function encodingNotices({ name, preview }: FileEncoding): string[] {
  if (preview.length === 0) return [];
  const words = preview.map((word) => `“${word}”`).join(', ');
  return [
    `The file is not UTF-8: it was read as ${name}, which gives words such as ${words}. If these are wrong, name its encoding with --encoding.`,
  ];
}

/** Notices about skipped parts of the file's head. */
export function headNotices({ columns: { unknown, nameless }, titles }: FileHead): string[] {
  const notices = titles.map((title) => `Skipped above the header: “${title}”.`);
  const names = unknown.map(
    ({ name, suggestion }) => `“${name}”${suggestion ? ` (did you mean “${suggestion}”?)` : ''}`,
  );
  if (names.length > 0) {
    const [are, them] = names.length === 1 ? ['column is', 'it contains'] : ['columns are', 'they contain'];
    notices.push(
      `${names.length} ${are} unknown and ignored: ${names.join(', ')}. Say what ${them} with --map "Their column=field", or --map "Their column=ignore".`,
    );
  }
  if (nameless > 0) notices.push(`${nameless} of the columns ${nameless === 1 ? 'has' : 'have'} no name.`);
  return notices;
}
