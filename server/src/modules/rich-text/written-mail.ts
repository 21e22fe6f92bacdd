import { characterAt, characterBefore, continuesAscii, isLetter, precedesInWord } from './characters.ts';
import type { Literal } from './written-address.ts';

/** The longest name that mail has before its @, and one character that shows that a text is longer. */
const longestName = 64;

const nameCharacter = /[a-zA-Z0-9._%+'-]/;
const label = String.raw`[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?`;
const host = new RegExp(String.raw`(?:${label}\.){1,8}[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?`, 'y');

/** `l’adresse d'alembert@example.org`: it is ambiguous whether the name begins before the apostrophe. */
const elision = /^(?:[cdjlmnst]|qu)'/i;

/** What a name may hold as well, so that an address which begins after it would be another one. */
const glue = /[!#$%&'’*+/=?^`{|}~.-]/;

/** The mail address around the @ at `at`, of which no part lies before `floor`. */
export function writtenMail(text: string, at: number, floor: number): Literal | null {
  let start = at;
  while (start > floor && at - start <= longestName && nameCharacter.test(text[start - 1]!)) start--;
  while (start < at && !/[a-zA-Z0-9]/.test(text[start]!)) start++;
  const length = at - start;
  if (length === 0 || length > longestName || elision.test(text.slice(start, at)) || isCut(text, start)) return null;
  host.lastIndex = at + 1;
  const matched = host.exec(text)?.[0];
  if (!matched) return null;
  const end = at + 1 + matched.length;
  if (goesOn(text, end)) return null;
  const address = text.slice(start, end);
  return { start, end, inlines: [{ t: 'a', href: `mailto:${address}`, c: [address] }] };
}

/** Whether the preceding character belongs to the address, which would be another person's without it. */
function isCut(text: string, start: number): boolean {
  const before = characterBefore(text, start);
  if (precedesInWord(before) || /[@#&/.]/.test(before)) return true;
  return glue.test(before) && isLetter(characterBefore(text, start - 1));
}

/** Whether the host goes on with what no link can lead to. */
function goesOn(text: string, end: number): boolean {
  const next = characterAt(text, end);
  const following = characterAt(text, end + next.length);
  if (continuesAscii(next) || next === '@') return true;
  return /[._-]/.test(next) && (continuesAscii(following) || following === '@');
}
