import type { Executor } from '../../database/connect.ts';

/** A word to look for among those of a name, or of what else a person is found by. */
export interface Term {
  field: 'name' | 'profile';
  /** Folded: letters and digits only. */
  word: string;
  /** Whether a word that begins so will do. */
  begun: boolean;
}

/** What a person must have to be found. */
export type Condition = Term | { all: Condition[] } | { any: Condition[] };

/** What the full-text index holds of a person: folded words. */
export interface IndexedPerson {
  seq: number;
  name: readonly string[];
  profile: readonly string[];
}

/**
 * The full-text index of people: the one part of the directory that is written once per database. It answers sets,
 * not rankings: ranking tens of thousands of hits in the database is what makes a search as one types slow.
 */
export interface PeopleSearch {
  /** The numbers (`seq`) of those who fulfil a condition, in no particular order. */
  find(db: Executor, condition: Condition): Promise<number[]>;

  /** Puts people into the index, in place of what it held of them. */
  write(trx: Executor, people: readonly IndexedPerson[]): Promise<void>;
}

export function all(conditions: Condition[]): Condition {
  return conditions.length === 1 ? conditions[0]! : { all: conditions };
}

export function any(conditions: Condition[]): Condition {
  return conditions.length === 1 ? conditions[0]! : { any: conditions };
}
