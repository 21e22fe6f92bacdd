/**
 * The keys that identify people: exact, apart from case. Nothing else is folded here, because anyone who could choose a
 * name that folds to another person's would become that person.
 */

/** The key of a handle or login name. */
export function loginKey(name: string): string {
  return exactKey(name);
}

/** The key of a mail address. */
export function emailKey(address: string): string {
  return exactKey(address);
}

/** The key of an employee number: `00 12a` and `0012A` are the same. Leading zeros count. */
export function employeeKey(number: string): string {
  return exactKey(number.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, ''));
}

/**
 * Converts to lower case, letter by letter, except where that would turn a non-ASCII letter into an ASCII one: the Kelvin
 * sign is not a k, and the Turkish İ not an i.
 */
function exactKey(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  // In this order, because composing turns the Kelvin sign into a K, and keys in lower case contain none.
  return [...text].map(lowerCase).join('').normalize('NFC');
}

/** A fast path for nearly all keys: an import computes a million of them. */
function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function lowerCase(character: string): string {
  const lower = character.toLowerCase();
  return isPlain(character) || !/[\0-\x7f]/.test(lower) ? lower : character;
}

function isPlain(character: string): boolean {
  return character < '\x80';
}
