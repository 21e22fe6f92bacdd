import type { FileHead } from './csv-rows.ts';
import type { FileEncoding } from './encoding-guess.ts';

/** What there is to say of how a file was read. */
export function encodingNotices({ name, preview }: FileEncoding): string[] {
  if (preview.length === 0) return [];
  const words = preview.map((word) => `“${word}”`).join(', ');
  return [
    `The file is not UTF-8: it was read as ${name}, in which it says ${words}. If that is wrong, name its encoding with --encoding.`,
  ];
}

/** What of the file's head was not taken. */
export function headNotices({ columns: { unknown, nameless }, titles }: FileHead): string[] {
  const notices = titles.map((title) => `Left out above the names of the columns: “${title}”.`);
  const names = unknown.map(
    ({ name, suggestion }) => `“${name}”${suggestion ? ` (did you mean “${suggestion}”?)` : ''}`,
  );
  if (names.length > 0) {
    const [are, them] = names.length === 1 ? ['column is', 'it holds'] : ['columns are', 'they hold'];
    notices.push(
      `${names.length} ${are} not known, and left out: ${names.join(', ')}. Say what ${them} with --map "Their column=field", or --map "Their column=ignore".`,
    );
  }
  if (nameless > 0) notices.push(`${nameless} of the columns ${nameless === 1 ? 'has' : 'have'} no name.`);
  return notices;
}
