import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { StatementCache } from './statement-cache.ts';

/** How many results are cached, how many keys of recent reads are remembered, and how many rows a result may have. */
const keptResults = 2_000;
const knownReads = 2_000;
const keptRows = 300;

/**
 * Reads committed data, and caches results that are read more than once until the next commit: SQLite tells a connection
 * whether another one, of any process, has changed the file. An intranet reads a thousand times for each write, and cached
 * results are as fresh as the file. Results that are read once are not cached: with thousands of discussions, that would
 * cost more than it saves.
 */
export class Reader {
  readonly #statements: StatementCache;
  /** A plain map, because it is cleared at each commit: an LRU of this size takes fifty times as long for that. */
  readonly #results = new Map<string, readonly unknown[]>();
  /** The keys of the last reads, and of those before; they survive commits, which do not change what is read often. */
  #asked = new Set<string>();
  #askedBefore = new Set<string>();
  readonly #dataVersion: StatementSync;
  #version: unknown;

  /** @param database - A connection that does not write itself: SQLite does not report its own changes. */
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
    // Each caller gets its own list; the rows are frozen.
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
