import type { Executor } from '../../../database/connect.ts';

/** A word to search for in names, or in profiles; words with signs are not in the full-text index. */
export interface Term {
  field: 'name' | 'profile' | 'sign';
  /** Folded: letters and digits only. */
  word: string;
  /** Whether words that begin with it match too. */
  begun: boolean;
}

/** The folded words of a person for the full-text index. */
export interface IndexedPerson {
  seq: number;
  name: readonly string[];
  profile: readonly string[];
}

/**
 * The full-text index of people: the only part of the search that is stored in the database. It returns the people who have
 * a word; combining words and ranking happens in memory, where it takes a tenth of the time and can be cached from one
 * typed letter to the next.
 */
export interface PeopleSearch {
  /** The `seq` of people who have any of the terms, in no particular order. */
  find(db: Executor, anyOf: readonly Term[]): Promise<number[]>;

  /** Indexes people, replacing their former words. */
  write(trx: Executor, people: readonly IndexedPerson[]): Promise<void>;
}
