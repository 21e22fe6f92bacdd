import type { Executor } from '../../../database/connect.ts';

/** A word to look for among those of a name, or of what else a person is found by; those with signs are not in the full-text index. */
export interface Term {
  field: 'name' | 'profile' | 'sign';
  /** Folded: letters and digits only. */
  word: string;
  /** Whether a word that begins so will do. */
  begun: boolean;
}

/** What the full-text index holds of a person: folded words. */
export interface IndexedPerson {
  seq: number;
  name: readonly string[];
  profile: readonly string[];
}

/**
 * The full-text index of people: the one part of the directory that is written once per database. It answers who has a
 * word; what several words mean together, and who comes first, is worked out in memory, where it takes a tenth of the
 * time and can be kept from one letter typed to the next.
 */
export interface PeopleSearch {
  /** The numbers (`seq`) of those who have any of the terms, in no particular order. */
  find(db: Executor, anyOf: readonly Term[]): Promise<number[]>;

  /** Puts people into the index, in place of what it held of them. */
  write(trx: Executor, people: readonly IndexedPerson[]): Promise<void>;
}
