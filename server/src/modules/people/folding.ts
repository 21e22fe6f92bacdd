/**
 * Folding: the form of a text in which two spellings that a person would call the same are the same string.
 * Case, accents, ligatures and letters with strokes go; what remains is lower-case letters and digits.
 *
 * Both sides of a search fold here, in the application: SQLite's tokenizer leaves ß, ł, œ, æ and ø alone, and each
 * database has a table of accents of its own.
 */

/** Letters that Unicode decomposition leaves whole, though people type them with plain ones. */
const LETTERS: Record<string, string> = {
  ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't', ĸ: 'k', ƒ: 'f', ə: 'e', ς: 'σ',
}; // prettier-ignore

const MARK = /\p{M}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const PLAIN = /^[a-z0-9]*$/;

/** One word of a text: its folded form, and where it stands in the text as written, in UTF-16 units. */
export interface Word {
  folded: string;
  start: number;
  end: number;
  /** For each unit of `folded`, where the letter it comes from ends in the text as written, its accents included. */
  ends: number[];
}

/** The text folded, everything but letters and digits kept as it is. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  // Compatibility decomposition: it also takes ﬁ, Ⅳ and full-width letters apart.
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßœæøłđðþħıŋŧĸƒəς]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a text, folded, in order. Anything that is neither letter nor digit parts them. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text with their places in it: what highlighting needs. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let word: Word | undefined;
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const folded = fold(character);
    if (MARK.test(character) && folded === '') {
      // An accent written as a character of its own belongs to the letter before it.
      if (word) extendLastLetter(word, end);
    } else {
      for (const unit of folded) {
        if (LETTER_OR_DIGIT.test(unit)) {
          word ??= openWord(words, at);
          append(word, unit, end);
        } else {
          word = undefined;
        }
      }
    }
    at = end;
  }
  return words;
}

function openWord(words: Word[], start: number): Word {
  const word: Word = { folded: '', start, end: start, ends: [] };
  words.push(word);
  return word;
}

function append(word: Word, unit: string, end: number): void {
  word.folded += unit;
  word.ends.push(...Array.from({ length: unit.length }, () => end));
  word.end = end;
}

function extendLastLetter(word: Word, end: number): void {
  const letterEnd = word.end;
  for (let index = word.ends.length - 1; index >= 0 && word.ends[index] === letterEnd; index--) word.ends[index] = end;
  word.end = end;
}
