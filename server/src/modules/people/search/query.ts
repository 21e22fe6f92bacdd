import { forgiven } from './edit-distance.ts';
import { foldedWords, wordsOf } from '../folding.ts';
import type { Term } from './search.ts';
import type { KnownWord, NearWord, PeopleVocabulary } from './vocabulary.ts';
import { isFunctionWord, nameKey, phoneKey } from './words.ts';
import { hasSign, needsSigns, SignIndex, signWordsOf } from './sign-words.ts';

/** More words than any name and title have; the rest is ignored. */
const MOST_WORDS = 8;

/** In titles and departments, shorter words (RH, IT) must match as a whole; in names they may be beginnings. */
export const SHORTEST_BEGINNING = 3;

/** Unfinished words are only compared with beginnings from this length on: shorter ones resemble too many words. */
const SHORTEST_MISTYPED_BEGINNING = 6;

/** Complete values: each finds the person it belongs to. */
export interface PersonKeys {
  nameKey: string;
  handle: string;
  email: string;
  phone: string | null;
}

/** One typed word, and the words it may stand for. */
export interface QueryWord extends KnownWord {
  typed: string;
  /** The typed word as written. */
  written: string;
  /** A function word: a name may need it, a title does not. */
  optional: boolean;
  /** Words of the directory that sound the same. */
  heard: readonly string[];
  /** Words of the directory of the same word family, as soudure and soudeur. */
  related: readonly string[];
  /** Words of the directory with one typing error and with two; empty until errors are tolerated. */
  mistyped: readonly [once: readonly string[], twice: readonly string[]];
}

/** The ways in which a word can match, the closest first. Each gives a rank in `matching.ts`. */
export const ways = [
  'name',
  'nameBeginning',
  'nameHeard',
  'profile',
  'profileBeginning',
  'profileRelated',
  'nameMistyped',
  'nameMistypedTwice',
  'profileMistyped',
] as const;
export type Way = (typeof ways)[number];

/** The terms for each way of finding a word; none if no person can match. */
export function termsOf(word: QueryWord): Record<Way, Term[]> {
  return hasSign(word.typed) ? signTermsOf(word) : wordTermsOf(word);
}

function wordTermsOf({ typed, heard, related, mistyped: [once, twice], ...known }: QueryWord): Record<Way, Term[]> {
  return {
    name: known.isWord ? [name(typed)] : [],
    nameBeginning: beginnings(name, typed, known),
    nameHeard: heard.map(name),
    profile: known.isWord ? [profile(typed)] : [],
    profileBeginning: typed.length < SHORTEST_BEGINNING ? [] : beginnings(profile, typed, known),
    profileRelated: related.map(profile),
    nameMistyped: once.map(name),
    nameMistypedTwice: twice.map(name),
    profileMistyped: [...once, ...twice].map(profile),
  };
}

function signTermsOf({ typed, isWord, completions }: QueryWord): Record<Way, Term[]> {
  const none = Object.fromEntries(ways.map((way): [Way, Term[]] => [way, []])) as Record<Way, Term[]>;
  return { ...none, profile: isWord ? [sign(typed)] : [], profileBeginning: completions.map(sign) };
}

function beginnings(term: (word: string) => Term, typed: string, { isBeginning, completions }: KnownWord): Term[] {
  if (completions.length > 0) return completions.map(term);
  return isBeginning ? [{ ...term(typed), begun: true }] : [];
}

/** The typed query of a search for people. */
export class PeopleQuery {
  readonly keys: PersonKeys;
  /**
   * The words as typed, then variants with two neighbours joined, if the directory has such a word: "ben ali" for Benali.
   */
  readonly readings: readonly (readonly QueryWord[])[];
  readonly #vocabulary: PeopleVocabulary;
  readonly #signs: SignIndex;
  readonly #nearWords = new Map<string, NearWord[]>();

  constructor(text: string, vocabulary: PeopleVocabulary, signs = new SignIndex()) {
    const trimmed = text.trim().replace(/^@/, '');
    // The domain of an address is the same for all people.
    const typed = typedWords(trimmed.replace(/(?<=\w)@.*$/, '')).slice(0, MOST_WORDS);
    const plain = typed.flatMap((word) => (hasSign(word.folded) ? wordsIn(word.written) : [word])).slice(0, MOST_WORDS);
    const joined = plain.slice(1).map((word, index) => plain.toSpliced(index, 2, together(plain[index]!, word)));
    this.#vocabulary = vocabulary;
    this.#signs = signs;
    this.keys = keysOf(trimmed);
    this.readings = [
      ...(typed.some(({ folded }) => hasSign(folded)) ? [typed] : []),
      // Without its signs, C++ would match all words that begin with C; quality/safety stays meaningful.
      ...(typed.some(({ folded }) => hasSign(folded) && needsSigns(folded))
        ? []
        : [plain, ...joined.filter((words, index) => vocabulary.knows(words[index]!.folded))]),
    ]
      .filter((words) => words.length > 0)
      .map((words) => this.#read(words));
  }

  /**
   * The readings with typing errors tolerated, as far as the length of a word allows: in words that no one has, or in all
   * words if each is known. With `unfinished`, the last word may be the beginning of another.
   */
  forgiving(unfinished: boolean): QueryWord[][] {
    return this.readings.map((words) => {
      const unknown = words.filter(({ isWord, isBeginning }) => !isWord && !isBeginning);
      const doubtful = unknown.length > 0 ? unknown : words;
      return words.map((word, index) =>
        doubtful.includes(word) ? this.#forgive(word, unfinished && index === words.length - 1) : word,
      );
    });
  }

  #forgive(word: QueryWord, unfinished: boolean): QueryWord {
    const { length } = word.typed;
    const begun = unfinished && length >= SHORTEST_MISTYPED_BEGINNING;
    const near = hasSign(word.typed) ? [] : this.#near(word.typed, begun);
    const away = (errors: number) => near.filter(({ distance }) => distance === errors).map(({ word }) => word);
    return { ...word, mistyped: [away(1), away(2)] };
  }

  /** Cached, because most words are compared again when the last may be unfinished. */
  #near(typed: string, begun: boolean): NearWord[] {
    const key = begun ? `${typed}*` : typed;
    const near = this.#nearWords.get(key) ?? this.#vocabulary.typedLike(typed, forgiven(typed.length), begun);
    this.#nearWords.set(key, near);
    return near;
  }

  #read(words: readonly TypedWord[]): QueryWord[] {
    return words.map((word, index) => this.#readWord(word, index === words.length - 1));
  }

  #readWord({ folded: typed, written }: TypedWord, isLast: boolean): QueryWord {
    const unread = { typed, written, heard: [], related: [], mistyped: [[], []] } as const;
    if (hasSign(typed)) return { ...unread, optional: false, ...this.#signs.know(typed) };
    const known = this.#vocabulary.know(typed);
    return {
      ...unread,
      ...known,
      optional: isFunctionWord(typed),
      heard: this.#vocabulary.heardLike(typed, isLast),
      // The beginning of a word may still be unfinished.
      related: known.isWord || !known.isBeginning ? this.#vocabulary.relatedTo(typed) : [],
    };
  }
}

/** A word as written, and folded. */
interface TypedWord {
  folded: string;
  written: string;
}

/** The words of a text; a word with signs is one word. */
function typedWords(text: string): TypedWord[] {
  const words: TypedWord[] = [];
  let done = 0;
  for (const { folded, start, end } of signWordsOf(text)) {
    words.push(...wordsIn(text.slice(done, start)), { folded, written: text.slice(start, end) });
    done = end;
  }
  return [...words, ...wordsIn(text.slice(done))];
}

function wordsIn(text: string): TypedWord[] {
  return wordsOf(text).map(({ folded, start, end }) => ({ folded, written: text.slice(start, end) }));
}

function together(one: TypedWord, other: TypedWord): TypedWord {
  return { folded: one.folded + other.folded, written: `${one.written} ${other.written}` };
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

function name(word: string): Term {
  return { field: 'name', word, begun: false };
}

function sign(word: string): Term {
  return { field: 'sign', word, begun: false };
}

function profile(word: string): Term {
  return { field: 'profile', word, begun: false };
}
