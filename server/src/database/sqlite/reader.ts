import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { StatementCache } from './statement-cache.ts';

/** How many results are kept, of how many reads it is known that they were asked for, and how many rows one may have. */
const keptResults = 2_000;
const knownReads = 2_000;
const keptRows = 300;

/**
 * Reads what is committed, and keeps what it reads more than once until anybody commits anything: SQLite tells a
 * connection whether another one, of this process or not, has changed the file. An intranet reads a thousand times for
 * each time it writes, and whatever it reads here is as fresh as if it were read from the file. What is asked for once in
 * a while is not kept: among thousands of discussions that would cost more than it saves.
 */
export class Reader {
  readonly #statements: StatementCache;
  /** A plain map: it is cleared at each commit, which takes an LRU of this room fifty times as long. */
  readonly #results = new Map<string, readonly unknown[]>();
  /** The keys of the last reads and of those before them; commits do not change what is asked for often. */
  #asked = new Set<string>();
  #askedBefore = new Set<string>();
  readonly #dataVersion: StatementSync;
  #version: unknown;

  /** @param database - A connection that does not write itself: it would not be told of its own changes. */
  constructor(database: DatabaseSync) {
    this.#statements = new StatementCache(database);
    this.#dataVersion = database.prepare('pragma data_version');
  }

  all<Row>(sql: string, parameters: readonly unknown[]): Row[] {
    const version = this.#dataVersion.get()!['data_version'];
    if (version !== this.#version) {
      this.#results.clear();
      this.#version = version;
    }
    const key = `${sql}\n${JSON.stringify(parameters)}`;
    const kept = this.#results.get(key) as Row[] | undefined;
    // A list of its own for each caller; the rows are frozen instead.
    return kept ? kept.slice() : this.#read(key, sql, parameters);
  }

  #read<Row>(key: string, sql: string, parameters: readonly unknown[]): Row[] {
    const rows = this.#statements.get(sql).all<Row>(parameters);
    if (!this.#isAskedAgain(key) || rows.length > keptRows) return rows;
    if (this.#results.size >= keptResults) this.#results.delete(this.#results.keys().next().value!);
    this.#results.set(
      key,
      rows.map((row) => Object.freeze(row)),
    );
    return rows;
  }

  #isAskedAgain(key: string): boolean {
    const again = this.#asked.has(key) || this.#askedBefore.has(key);
    if (this.#asked.size >= knownReads) {
      this.#askedBefore = this.#asked;
      this.#asked = new Set();
    }
    this.#asked.add(key);
    return again;
  }
}
