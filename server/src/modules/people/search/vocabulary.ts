import { editDistance, letterMask, withinReach } from './edit-distance.ts';
import { phoneticKey } from './phonetic-key.ts';
import { areOneFamily } from './word-family.ts';

/** A word that may have been meant, and the number of typing errors that this assumes. */
export interface NearWord {
  word: string;
  distance: number;
}

/** What the directory knows of a typed word. */
export interface KnownWord {
  isWord: boolean;
  isBeginning: boolean;
  /** The words that begin with it; empty if there are many. */
  completions: readonly string[];
}

export interface VocabularyWord {
  word: string;
  sound: string | null;
}

/** From this length on, a sound may be the beginning of another: "filip" while typing "filippe". */
const SHORTEST_BEGINNING = 4;

/** How many other spellings of a word are used: with more, the typed word says too little. */
const MOST_SPELLINGS = 24;

/** Up to this many words are searched for one by one, which is faster in the index than a common beginning. */
const MOST_COMPLETIONS = 12;

/** All words by which people are found, in memory, because an unknown word is compared with all of them. */
export class PeopleVocabulary {
  /** Sorted. */
  readonly #words: string[];
  /** The letters and the length of each word, in arrays, so that most words are excluded without reading them. */
  readonly #masks: Int32Array;
  readonly #lengths: Uint16Array;
  /** Pairs of sound and word, sorted by sound. */
  readonly #sounds: [sound: string, word: string][];

  constructor(words: readonly VocabularyWord[]) {
    this.#words = words.map(({ word }) => word).sort();
    this.#masks = Int32Array.from(this.#words, letterMask);
    this.#lengths = Uint16Array.from(this.#words, (word) => word.length);
    this.#sounds = words
      .filter((entry): entry is { word: string; sound: string } => entry.sound !== null)
      .map(({ word, sound }): [string, string] => [sound, word])
      .sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  }

  get size(): number {
    return this.#words.length;
  }

  /** Whether it is a word, and whether other words begin with it; these are listed if they are few. */
  know(typed: string): KnownWord {
    const at = indexFrom(this.#words, typed, (word) => word);
    const isWord = this.#words[at] === typed;
    const longer = isWord ? at + 1 : at;
    const completions: string[] = [];
    while (completions.length <= MOST_COMPLETIONS && this.#words[longer + completions.length]?.startsWith(typed)) {
      completions.push(this.#words[longer + completions.length]!);
    }
    const few = completions.length <= MOST_COMPLETIONS;
    return { isWord, isBeginning: completions.length > 0, completions: few ? completions : [] };
  }

  /** Whether it is a word, or the beginning of one. */
  knows(typed: string): boolean {
    const { isWord, isBeginning } = this.know(typed);
    return isWord || isBeginning;
  }

  /**
   * Other words that sound like this one or, if it may be unfinished and no word begins with it, words whose sound begins
   * so.
   */
  heardLike(typed: string, unfinished: boolean): string[] {
    const sound = phoneticKey(typed);
    if (sound === null) return [];
    const begun = unfinished && typed.length >= SHORTEST_BEGINNING && !this.knows(typed);
    const found: string[] = [];
    for (let at = indexFrom(this.#sounds, sound, ([key]) => key); found.length < MOST_SPELLINGS; at++) {
      const entry = this.#sounds[at];
      if (!entry?.[0].startsWith(sound)) break;
      if (!begun && entry[0] !== sound) break;
      if (!entry[1].startsWith(typed)) found.push(entry[1]);
    }
    return found;
  }

  /** Other words of the same family, such as an activity and the people who do it. */
  relatedTo(typed: string): string[] {
    const prefix = typed.slice(0, SHORTEST_BEGINNING);
    const found: string[] = [];
    if (prefix.length < SHORTEST_BEGINNING) return found;
    for (let at = indexFrom(this.#words, prefix, (word) => word); found.length < MOST_SPELLINGS; at++) {
      const word = this.#words[at];
      if (!word?.startsWith(prefix)) break;
      if (word !== typed && !word.startsWith(typed) && areOneFamily(typed, word)) found.push(word);
    }
    return found;
  }

  /**
   * Words at most `limit` typing errors away, the nearest first; with `unfinished`, also words with such a beginning, if
   * their first letter is right.
   */
  typedLike(typed: string, limit: number, unfinished: boolean): NearWord[] {
    if (limit === 0) return [];
    const near: NearWord[] = [];
    const mask = letterMask(typed);
    const shortest = typed.length - limit;
    const longest = typed.length + limit;
    for (let index = 0; index < this.#words.length; index++) {
      const length = this.#lengths[index]!;
      if (length < shortest || (length > longest && !unfinished)) continue;
      const begun = unfinished && length > typed.length;
      if (!withinReach(mask, this.#masks[index]!, limit, begun)) continue;
      const word = this.#words[index]!;
      if (length > longest && word[0] !== typed[0]) continue;
      const distance = editDistance(typed, word, limit, begun);
      if (distance <= limit) near.push({ word, distance });
    }
    near.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
    return near.slice(0, MOST_SPELLINGS);
  }
}

/** The index of the first entry whose key is at least `key`, in a list sorted by key. */
function indexFrom<T>(entries: readonly T[], key: string, keyOf: (entry: T) => string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyOf(entries[middle]!) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
