import { forgiven } from './edit-distance.ts';
import { foldedWords } from './folding.ts';
import { all, any, type Condition, type Term } from './people-search.ts';
import type { NearWord, PeopleVocabulary } from './people-vocabulary.ts';
import { isFunctionWord, nameKey, phoneKey } from './people-words.ts';

/** More words than any name and title have; what follows is ignored. */
const MOST_WORDS = 8;

/** Words below this length are found whole in titles and departments (RH, IT), and as beginnings in names alone. */
const SHORTEST_BEGINNING = 3;

/** An unfinished word is compared with beginnings only from this length on: before, everything is near. */
const SHORTEST_MISTYPED_BEGINNING = 6;

/** What was typed in full: each finds the one it belongs to. */
export interface PersonKeys {
  nameKey: string;
  handle: string;
  email: string;
  phone: string | null;
}

/** One word as typed, and what else it may stand for. */
export interface QueryWord {
  typed: string;
  /** Nothing but grammar: a name may be asked for it, a title need not have it. */
  optional: boolean;
  /** Words of the directory that sound alike. */
  heard: string[];
}

/** What to look for, the closest first: whoever fulfils one condition comes before those who fulfil only a later one. */
export interface Conditions {
  conditions: Condition[];
  /** Whether whoever fulfils one fulfils all that follow. */
  nested: boolean;
}

/** Words that may have been meant, the nearest first, by the word typed. */
export type NearWords = ReadonlyMap<string, readonly NearWord[]>;

/** What somebody typed to find people. */
export class PeopleQuery {
  readonly keys: PersonKeys;
  readonly words: readonly QueryWord[];
  /** The same with two neighbours written as one, where the directory has such a word: "ben ali" for Benali. */
  readonly #joined: readonly (readonly QueryWord[])[];
  readonly #vocabulary: PeopleVocabulary;

  constructor(text: string, vocabulary: PeopleVocabulary) {
    const trimmed = text.trim().replace(/^@/, '');
    // The host of an address is the same for everybody.
    const typed = foldedWords(trimmed.replace(/(?<=\w)@.*$/, '')).slice(0, MOST_WORDS);
    this.#vocabulary = vocabulary;
    this.keys = keysOf(trimmed);
    this.words = this.#wordsOf(typed);
    this.#joined = typed
      .slice(1)
      .map((word, index) => typed.toSpliced(index, 2, typed[index]! + word))
      .filter((words, index) => vocabulary.knows(words[index]!))
      .map((words) => this.#wordsOf(words));
  }

  /** Every word that was looked for, joined ones too: what highlighting looks for in turn. */
  get lookedFor(): QueryWord[] {
    return [...this.words, ...this.#joined.flat()];
  }

  /** What to look for. */
  conditions(): Conditions {
    const [word, another] = this.words;
    if (!word) return { conditions: [], nested: false };
    if (!another) return { conditions: distinct(conditionsOfOne(word)), nested: false };
    return { conditions: distinct(this.#conditionsOfSeveral()), nested: true };
  }

  /**
   * The words of the directory that each word may have been meant for, as far as a word of its length is forgiven
   * errors; with `unfinished`, also those that the last word may be the beginning of.
   */
  near(unfinished: boolean): NearWords {
    const last = this.words.at(-1)?.typed;
    return new Map(
      this.lookedFor.map(({ typed }) => {
        const begun = unfinished && typed === last && typed.length >= SHORTEST_MISTYPED_BEGINNING;
        return [typed, this.#vocabulary.typedLike(typed, forgiven(typed.length), begun)];
      }),
    );
  }

  /** What to look for besides, for a hand that slips: in names first, one error in a word before two. */
  conditionsForgiving(near: NearWords): Conditions {
    if (this.words.length === 0) return { conditions: [], nested: false };
    const nearNames = ({ typed }: QueryWord, limit: number) =>
      near
        .get(typed)!
        .filter(({ distance }) => distance <= limit)
        .map(({ word }) => name(word));
    const nearAnywhere = ({ typed }: QueryWord) => near.get(typed)!.flatMap(({ word }) => [name(word), profile(word)]);
    const conditions = distinct([
      this.#each((word) => any([likeName(word), ...nearNames(word, 1)])),
      this.#each((word) => any([likeName(word), ...nearNames(word, 2)])),
      this.#each((word) => any([likeName(word), profileBeginning(word.typed), ...nearAnywhere(word)]), true),
    ]);
    return { conditions, nested: true };
  }

  #conditionsOfSeveral(): Condition[] {
    const anywhereWhole = this.#each((word) => any([likeName(word), profile(word.typed)]), true);
    const anywhere = this.#each((word) => any([likeName(word), profileBeginning(word.typed)]), true);
    return [
      this.#each((word) => name(word.typed)),
      this.#each((word) => nameBeginning(word.typed)),
      this.#each(likeName),
      all([anywhere, any(this.words.filter(isTelling).map(likeName))]),
      anywhereWhole,
      anywhere,
    ];
  }

  #wordsOf(typed: readonly string[]): QueryWord[] {
    return typed.map((word, index) => ({
      typed: word,
      optional: isFunctionWord(word),
      heard: this.#vocabulary.heardLike(word, index === typed.length - 1),
    }));
  }

  /** Every word fulfils its condition; optional ones need not where `telling` words are asked for alone. */
  #each(condition: (word: QueryWord) => Condition, telling = false): Condition {
    return any(
      [this.words, ...this.#joined].map((words) => {
        const asked = telling && words.some(isTelling) ? words.filter(isTelling) : words;
        return all(asked.map(condition));
      }),
    );
  }
}

function keysOf(text: string): PersonKeys {
  const digits = text.replace(/[\s().+/-]/g, '');
  return {
    nameKey: nameKey(foldedWords(text)),
    handle: text.toLowerCase(),
    email: text.toLowerCase(),
    phone: /^\d{3,15}$/.test(digits) ? phoneKey(digits) : null,
  };
}

/** Each without what those before it have found: the sets of one short word are large. */
function conditionsOfOne({ typed, heard }: QueryWord): Condition[] {
  const inNames = [name(typed), nameBeginning(typed), ...(heard.length > 0 ? [any(heard.map(name))] : [])];
  return [...inNames, profile(typed), profileBeginning(typed)];
}

function isTelling(word: QueryWord): boolean {
  return !word.optional;
}

function likeName(word: QueryWord): Condition {
  return any([nameBeginning(word.typed), ...word.heard.map(name)]);
}

function name(word: string): Term {
  return { field: 'name', word, begun: false };
}

function nameBeginning(word: string): Term {
  return { field: 'name', word, begun: true };
}

function profile(word: string): Term {
  return { field: 'profile', word, begun: false };
}

function profileBeginning(word: string): Term {
  return { field: 'profile', word, begun: word.length >= SHORTEST_BEGINNING };
}

function distinct(conditions: Condition[]): Condition[] {
  const seen = new Set<string>();
  return conditions.filter((condition) => {
    const text = JSON.stringify(condition);
    return !seen.has(text) && seen.add(text);
  });
}
