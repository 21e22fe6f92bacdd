import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

export interface CachedStatement {
  statement: StatementSync;
  /** Whether it answers rows. */
  reads: boolean;
}

/**
 * Prepared statements by their text, the least recently used dropped first: preparing costs twice what a point read
 * does.
 */
export class StatementCache {
  readonly #database: DatabaseSync;
  readonly #size: number;
  readonly #statements = new Map<string, CachedStatement>();

  constructor(database: DatabaseSync, size = 500) {
    this.#database = database;
    this.#size = size;
  }

  get(sql: string): CachedStatement {
    let cached = this.#statements.get(sql);
    if (cached) {
      this.#statements.delete(sql);
    } else {
      const statement = this.#database.prepare(sql);
      cached = { statement, reads: statement.columns().length > 0 };
      if (this.#statements.size >= this.#size) this.#statements.delete(this.#statements.keys().next().value!);
    }
    this.#statements.set(sql, cached);
    return cached;
  }
}

/** @throws {TypeError} for what SQLite has no type for; booleans and dates differ between our databases. */
export function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    switch (typeof value) {
      case 'string':
      case 'number':
      case 'bigint':
        return value;
      case 'undefined':
        return null;
      default:
        if (value === null || value instanceof Uint8Array) return value;
        throw new TypeError(
          `Cannot store ${Object.prototype.toString.call(value)}: use 0 or 1, milliseconds, or JSON text`,
        );
    }
  });
}
