import type { Executor } from '../../../database/connect.ts';
import { PeopleColumns } from '../search/columns.ts';
import * as store from './directory-store.ts';
import type { DirectorySnapshot } from '../search/finder.ts';
import { PeopleVocabulary } from '../search/vocabulary.ts';
import type { RowId } from '../../../platform/ids.ts';

/** How long writes of other processes may stay unnoticed, in milliseconds. Writes of this process are noticed at once. */
const STALE_AFTER = 1000;

/**
 * Keeps an up-to-date copy in memory of the part of the directory that searches read. Every write to people has a revision,
 * stored in the row of each person that it changed: only rows with a newer revision need to be read.
 */
export class PeopleDirectory {
  readonly #db: Executor;
  readonly #onChange: (ids: readonly RowId[]) => void;
  readonly #columns = new PeopleColumns();
  #vocabulary = new PeopleVocabulary([]);
  #revision = 0;
  #checkedAt = -Infinity;
  #writes = 0;
  #refreshing: Promise<void> | null = null;

  /** @param onChange - Gets the ids of people that another process may have changed. */
  constructor(db: Executor, onChange: (ids: readonly RowId[]) => void) {
    this.#db = db;
    this.#onChange = onChange;
  }

  /** The current directory. The first call reads all of it. */
  async snapshot(): Promise<DirectorySnapshot> {
    await this.refresh();
    return { columns: this.#columns, vocabulary: this.#vocabulary, revision: this.#revision };
  }

  /** Whether changes were read a moment ago. */
  get isFresh(): boolean {
    return performance.now() - this.#checkedAt < STALE_AFTER;
  }

  /** Reads changes, unless that was done a moment ago. */
  async refresh(): Promise<void> {
    while (!this.isFresh) {
      this.#refreshing ??= this.#read().finally(() => (this.#refreshing = null));
      await this.#refreshing;
    }
  }

  /** Must be called after each write of this process. */
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
    // A write during the read may have been missed.
    if (writes === this.#writes) this.#checkedAt = performance.now();
  }
}
