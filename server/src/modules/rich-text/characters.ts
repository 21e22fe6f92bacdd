const space = /^[\s\p{Cc}]$/u;
const word = /^[\p{L}\p{N}\p{M}]$/u;
// Scripts that write words without spaces between them, or that tie particles to a word: a mark may stand between two letters.
const unspaced =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]$/u;
const latin = /^[\p{Script=Latin}\p{N}\p{M}]$/u;
const european = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}]$/u;

/** The character that ends before `index`, both halves of a pair; none at the start. */
export function characterBefore(text: string, index: number): string {
  const isPair = index > 1 && text.codePointAt(index - 2)! > 0xffff;
  return text.slice(isPair ? index - 2 : Math.max(0, index - 1), index);
}

/** The character that begins at `index`; none at the end. */
export function characterAt(text: string, index: number): string {
  return index < text.length ? String.fromCodePoint(text.codePointAt(index)!) : '';
}

/** Whether there is no character, or one that shows nothing but room. */
export function isSpace(character: string): boolean {
  return character === '' || space.test(character);
}

/** Whether it is a letter or digit of a script that parts its words by spaces. */
export function isWord(character: string): boolean {
  return word.test(character) && !unspaced.test(character);
}

/** Whether it is a letter or digit of any script. */
export function isLetter(character: string): boolean {
  return word.test(character);
}

/** Whether it goes on with a handle or an address of ASCII letters: é does, 님 and с of the Cyrillic alphabet do not. */
export function continuesAscii(character: string): boolean {
  return latin.test(character);
}

/** Whether a name that begins after it would begin inside a word. 请 ends where a handle begins; Cyrillic letters do not. */
export function precedesInWord(character: string): boolean {
  return european.test(character);
}
