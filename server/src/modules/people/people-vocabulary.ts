import { editDistance, letterMask, withinReach } from './edit-distance.ts';
import { phoneticKey } from './phonetic-key.ts';

/** A word that may have been meant, and how many typing errors that supposes. */
export interface NearWord {
  word: string;
  distance: number;
}

export interface VocabularyWord {
  word: string;
  sound: string | null;
}

/** From this length on, a sound may be the beginning of another: "filip" as one types "filippe". */
const SHORTEST_BEGINNING = 4;

/** How many other spellings of one word are looked for: past that, what was typed says too little. */
const MOST_SPELLINGS = 24;

/** Every word that people are found by, in memory: a word that nobody has is compared with all of them. */
export class PeopleVocabulary {
  readonly #words: string[];
  readonly #masks: Int32Array;
  /** Pairs of sound and word, in order of the sound. */
  readonly #sounds: [sound: string, word: string][];

  constructor(words: readonly VocabularyWord[]) {
    this.#words = words.map(({ word }) => word).sort();
    this.#masks = Int32Array.from(this.#words, letterMask);
    this.#sounds = words
      .filter((entry): entry is { word: string; sound: string } => entry.sound !== null)
      .map(({ word, sound }): [string, string] => [sound, word])
      .sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  }

  get size(): number {
    return this.#words.length;
  }

  /** Whether it is a word, and whether it is the beginning of others. */
  know(typed: string): { isWord: boolean; isBeginning: boolean } {
    const at = indexFrom(this.#words, typed, (word) => word);
    const isWord = this.#words[at] === typed;
    return { isWord, isBeginning: this.#words[isWord ? at + 1 : at]?.startsWith(typed) ?? false };
  }

  /** Whether any word is or begins so. */
  knows(typed: string): boolean {
    const { isWord, isBeginning } = this.know(typed);
    return isWord || isBeginning;
  }

  /** Other words that sound like this one; or begin so, when it may be unfinished and no word is written so. */
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

  /** Words at most `limit` typing errors away, the nearest first; with `unfinished`, also words that begin so. */
  typedLike(typed: string, limit: number, unfinished: boolean): NearWord[] {
    if (limit === 0) return [];
    const near: NearWord[] = [];
    const mask = letterMask(typed);
    for (let index = 0; index < this.#words.length; index++) {
      const word = this.#words[index]!;
      const begun = unfinished && word.length > typed.length;
      if (!begun && Math.abs(word.length - typed.length) > limit) continue;
      if (!withinReach(mask, this.#masks[index]!, limit, begun)) continue;
      const distance = editDistance(typed, word, limit, begun);
      if (distance <= limit) near.push({ word, distance });
    }
    near.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
    return near.slice(0, MOST_SPELLINGS);
  }
}

/** The index of the first entry whose key is not below `key`, in a list in order of keys. */
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
