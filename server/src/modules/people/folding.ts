/**
 * Folding: the form of a text in which all spellings that people consider equal are the same string. Case, accents,
 * ligatures and strokes through letters are removed; lower-case letters and digits remain.
 *
 * Both sides of a search are folded here, in the application: SQLite's tokenizer does not fold ß, ł, œ, æ and ø, and each
 * database has its own table of accents.
 */

/** Letters that Unicode does not decompose, though people type plain letters for them. */
const LETTERS: Record<string, string> = {
  ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't', ĸ: 'k', ƒ: 'f', ə: 'e', ς: 'σ',
}; // prettier-ignore

const MARK = /\p{M}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const PLAIN = /^[a-z0-9]*$/;

/** One word of a text: its folded form, and its position in the original text, in UTF-16 units. */
export interface Word {
  folded: string;
  start: number;
  end: number;
  /** For each unit of `folded`, the end of its letter in the original text, accents included. */
  ends: number[];
}

/** The folded text; characters other than letters and digits are kept. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  // Compatibility decomposition: it also splits ﬁ, Ⅳ and full-width letters.
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßœæøłđðþħıŋŧĸƒəς]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The folded words of a text, in order. All characters other than letters and digits separate words. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text with their positions, for highlighting. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let word: Word | undefined;
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const folded = fold(character);
    if (MARK.test(character) && folded === '') {
      // A combining accent belongs to the letter before it.
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
