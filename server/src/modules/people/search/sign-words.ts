import { fold, foldedWords } from '../folding.ts';
import type { KnownWord } from './vocabulary.ts';

/** A word with a sign, with its position in the original text. */
export interface SignWord {
  folded: string;
  start: number;
  end: number;
}

const letters = String.raw`[\p{L}\p{N}\p{M}]`;
/** C++ and C#, R&D, A/B and n+1, .NET; and unfinished ones, R& and A/. */
const signWord = new RegExp(
  String.raw`(?<!${letters})\.?${letters}+(?:(?:[&/+]${letters}+)+[+#]*|[+#]+|[&/]$)(?!${letters})|(?<![.@])\.\p{L}${letters}*`,
  'gu',
);

/** Shorter parts mean nothing by themselves: C, R and D are everywhere. */
const shortestPart = 3;

/** The words with signs in a text. */
export function signWordsOf(text: string): SignWord[] {
  return [...text.matchAll(signWord)].map(({ index, 0: word }) => ({
    folded: fold(word),
    start: index,
    end: index + word.length,
  }));
}

/** Whether the word is useless without its signs. */
export function needsSigns(word: string): boolean {
  return word.startsWith('.') || foldedWords(word).some((part) => part.length < shortestPart);
}

export function hasSign(word: string): boolean {
  return /[+#&/.]/.test(word);
}

/**
 * The people who have words with signs, in memory. The full-text index only has letters and digits, and few people have
 * such words. In memory they need no new index, and words written by another version of the server count at once.
 */
export class SignIndex {
  readonly #peopleBy = new Map<string, Set<number>>();
  readonly #wordsOf = new Map<number, readonly string[]>();
  /** By text, because titles and tags occur many times. */
  readonly #known = new Map<string, readonly string[]>();

  /** Replaces what is known of a person. */
  put(seq: number, texts: readonly string[]): void {
    for (const word of this.#wordsOf.get(seq) ?? []) this.#peopleBy.get(word)?.delete(seq);
    const words = texts.flatMap((text) => this.#wordsIn(text));
    if (words.length > 0) this.#wordsOf.set(seq, words);
    else this.#wordsOf.delete(seq);
    for (const word of words) {
      const people = this.#peopleBy.get(word);
      if (people) people.add(seq);
      else this.#peopleBy.set(word, new Set([seq]));
    }
  }

  know(typed: string): KnownWord {
    const longer = [...this.#peopleBy.keys()].filter((word) => word !== typed && word.startsWith(typed));
    return { isWord: this.#peopleBy.has(typed), isBeginning: longer.length > 0, completions: longer };
  }

  /** The `seq` of people who have any of the words. */
  having(words: readonly string[]): number[] {
    return [...new Set(words.flatMap((word) => [...(this.#peopleBy.get(word) ?? [])]))];
  }

  #wordsIn(text: string): readonly string[] {
    let words = this.#known.get(text);
    if (!words) {
      words = hasSign(text) ? signWordsOf(text).map(({ folded }) => folded) : [];
      if (words.length > 0) this.#known.set(text, words);
    }
    return words;
  }
}
