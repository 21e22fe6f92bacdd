/** What a terminal would obey instead of showing, and what shows as nothing: control characters, marks of direction, no width. */
const UNPRINTABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu; // prettier-ignore

/** Writes to the standard output. Names, cells and paths are others' words: nothing of them reaches the terminal as a command. */
export function print(text: string): void {
  process.stdout.write(printable(text));
}

/** The same on the standard error, for what went wrong. */
export function printError(text: string): void {
  process.stderr.write(printable(text));
}

/** A text in which everything can be seen: an escape is `\u001b`. Line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** The same for what must stay in one line, since a line of its own would be taken for ours. */
export function printableLine(text: string): string {
  return printable(text.replace(/\s*[\n\t]\s*/g, ' '));
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
