/**
 * The keys by which people are told apart: exact, case aside. Nothing else is folded here, for whoever could choose a
 * name that folds to that of another person would be that person.
 */

/** The key of a handle or login name. */
export function loginKey(name: string): string {
  return exactKey(name);
}

/** The key of a mail address. */
export function emailKey(address: string): string {
  return exactKey(address);
}

/** The key of an employee number: `00 12a` and `0012A` are two ways to write one. Zeros in front count. */
export function employeeKey(number: string): string {
  return exactKey(number.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, ''));
}

/**
 * Lower case, letter by letter, unless that would make a plain letter of one that is not: the Kelvin sign is no k, and
 * the Turkish İ no i.
 */
function exactKey(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  // In this order: composing takes the Kelvin sign for a K, which no key in lower case has.
  return [...text].map(lowerCase).join('').normalize('NFC');
}

/** Nearly all keys are: an import makes a million of them. */
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
