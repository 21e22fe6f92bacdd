import { LRUCache } from 'lru-cache';
import type { DatabaseSync, SQLInputValue, StatementResultingChanges, StatementSync } from 'node:sqlite';

/** A prepared statement. */
class CachedStatement {
  readonly #statement: StatementSync;
  /** The columns of its result, if it returns rows. */
  readonly #columns: readonly string[];

  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.#columns = statement.columns().map(({ name }) => name);
    // Objects of node:sqlite are slow to create and slower to read: arrays take half of the total time.
    statement.setReturnArrays(true);
  }

  get reads(): boolean {
    return this.#columns.length > 0;
  }

  all<Row>(parameters: readonly unknown[]): Row[] {
    const rows = this.#statement.all(...bindable(parameters)) as unknown as unknown[][];
    return rows.map((values) => this.#toObject(values) as Row);
  }

  run(parameters: readonly unknown[]): StatementResultingChanges {
    return this.#statement.run(...bindable(parameters));
  }

  #toObject(values: readonly unknown[]): Record<string, unknown> {
    const columns = this.#columns;
    const row: Record<string, unknown> = {};
    for (let index = 0; index < columns.length; index += 1) row[columns[index]!] = values[index];
    return row;
  }
}

/** Prepared statements; the least recently used are dropped first. Preparing one costs twice as much as a point read. */
export class StatementCache {
  readonly #database: DatabaseSync;
  readonly #statements: LRUCache<string, CachedStatement>;

  constructor(database: DatabaseSync, size = 500) {
    this.#database = database;
    this.#statements = new LRUCache({ max: size });
  }

  get(sql: string): CachedStatement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = new CachedStatement(this.#database.prepare(sql))));
    return statement;
  }
}

/** @throws {TypeError} for types that SQLite does not have; booleans and dates differ between our databases. */
function bindable(parameters: readonly unknown[]): SQLInputValue[] {
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
