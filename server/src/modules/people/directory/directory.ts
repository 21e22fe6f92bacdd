import type { Executor } from '../../../database/connect.ts';
import { PeopleColumns } from '../search/columns.ts';
import * as store from './directory-store.ts';
import { PeopleVocabulary } from '../search/vocabulary.ts';
import type { SignIndex } from '../search/sign-words.ts';

/** How long the writes of other processes may go unseen, in milliseconds. Those of this one are seen at once. */
const STALE_AFTER = 1000;

/** What a search reads in memory. */
export interface DirectorySnapshot {
  columns: PeopleColumns;
  vocabulary: PeopleVocabulary;
  revision: number;
}

/**
 * Keeps the part of the directory that searches read in memory as the database has it. Every write to people has a
 * revision, in the row of each person whom it changed: what is newer than ours is all there is to read.
 */
export class PeopleDirectory {
  readonly #db: Executor;
  readonly #onChange: (ids: readonly string[]) => void;
  readonly #columns = new PeopleColumns();
  #vocabulary = new PeopleVocabulary([]);
  #revision = 0;
  #checkedAt = -Infinity;
  #writes = 0;
  #refreshing: Promise<void> | null = null;

  /** @param onChange - Gets the ids of people whom another process may have changed. */
  constructor(db: Executor, onChange: (ids: readonly string[]) => void) {
    this.#db = db;
    this.#onChange = onChange;
  }

  /** The directory as it is now. The first call reads all of it. */
  async snapshot(): Promise<DirectorySnapshot> {
    await this.refresh();
    return { columns: this.#columns, vocabulary: this.#vocabulary, revision: this.#revision };
  }

  /** Who has words with signs. */
  get signs(): SignIndex {
    return this.#columns.signs;
  }

  /** Whether what has changed was read a moment ago. */
  get isFresh(): boolean {
    return performance.now() - this.#checkedAt < STALE_AFTER;
  }

  /** Reads what has changed, unless that was done a moment ago. */
  async refresh(): Promise<void> {
    while (!this.isFresh) {
      this.#refreshing ??= this.#read().finally(() => (this.#refreshing = null));
      await this.#refreshing;
    }
  }

  /** To be called after each write of this process. */
  expire(): void {
    this.#writes++;
    this.#checkedAt = -Infinity;
  }

  async #read(): Promise<void> {
    const writes = this.#writes;
    const revision = await store.readRevision(this.#db);
    if (revision !== this.#revision) {
      for await (const rows of store.changedRows(this.#db, this.#revision, revision)) {
        for (const row of rows) this.#columns.put(row);
        this.#onChange(rows.map(({ id }) => id));
      }
      this.#columns.setOrder(await store.readOrder(this.#db));
      this.#vocabulary = new PeopleVocabulary(await store.readWords(this.#db));
      this.#revision = revision;
    }
    // What was written meanwhile may not have been read.
    if (writes === this.#writes) this.#checkedAt = performance.now();
  }
}
