import { fold, foldedWords } from '../folding.ts';
import type { KnownWord } from './vocabulary.ts';

/** A word that a sign belongs to, with its place in the text as written. */
export interface SignWord {
  folded: string;
  start: number;
  end: number;
}

const letters = String.raw`[\p{L}\p{N}\p{M}]`;
/** C++ and C#, R&D, A/B and n+1, .NET; and while they are being typed, R& and A/. */
const signWord = new RegExp(
  String.raw`(?<!${letters})\.?${letters}+(?:(?:[&/+]${letters}+)+[+#]*|[+#]+|[&/]$)(?!${letters})|(?<![.@])\.\p{L}${letters}*`,
  'gu',
);

/** Parts below this length say nothing by themselves: C, R and D are everywhere. */
const shortestPart = 3;

/** The words of a text that a sign belongs to. */
export function signWordsOf(text: string): SignWord[] {
  return [...text.matchAll(signWord)].map(({ index, 0: word }) => ({
    folded: fold(word),
    start: index,
    end: index + word.length,
  }));
}

/** Whether the word is of no use without its signs. */
export function needsSigns(word: string): boolean {
  return word.startsWith('.') || foldedWords(word).some((part) => part.length < shortestPart);
}

export function hasSign(word: string): boolean {
  return /[+#&/.]/.test(word);
}

/**
 * Who has which words with signs, in memory. The full-text index knows letters and digits alone, and few people have such
 * words: they need no index made anew, and what another version of the server writes counts at once.
 */
export class SignIndex {
  readonly #peopleBy = new Map<string, Set<number>>();
  readonly #wordsOf = new Map<number, readonly string[]>();
  /** By text: titles and tags come many times. */
  readonly #known = new Map<string, readonly string[]>();

  /** Puts what is known of a person in place of what was. */
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

  /** The numbers of those who have any of the words. */
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
