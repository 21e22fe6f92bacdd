import { type CreateTableBuilder, type Kysely, type RawBuilder, sql, SqliteAdapter } from 'kysely';

/** Differences between our databases, for migrations and for the search, which has one implementation per dialect. */
export function isSqlite(db: Kysely<any>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

/** A new table; STRICT on SQLite, which would otherwise store any type in any column. */
export function createTable<Name extends string>(db: Kysely<any>, name: Name): CreateTableBuilder<Name> {
  const table = db.schema.createTable(name);
  return isSqlite(db) ? table.modifyEnd(sql`strict`) : table;
}

/**
 * A new SQLite table whose rows are stored in the order of their primary key, so that lookups by it need no separate index.
 * PostgreSQL has no such tables.
 */
export function createClusteredTable<Name extends string>(db: Kysely<any>, name: Name): CreateTableBuilder<Name> {
  return db.schema.createTable(name).modifyEnd(sql`strict, without rowid`);
}

/** The column type of a time in milliseconds, and of any other whole number above 2³¹. */
export function wideInteger(db: Kysely<any>): 'integer' | 'bigint' {
  return isSqlite(db) ? 'integer' : 'bigint';
}

/**
 * The texts of a JSON list as rows of one column, `value`: one parameter, however many there are, so that the statement stays the
 * same, and is short.
 */
export function eachOf(db: Kysely<any>, list: string): RawBuilder<unknown> {
  return isSqlite(db) ? sql`json_each(${list})` : sql`jsonb_array_elements_text(${list}::jsonb) as each_one(value)`;
}

/** Whether a write failed because of a row with the same unique columns. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as Error & { code?: string; errcode?: number };
  // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE; PostgreSQL's unique_violation.
  return (code === 'ERR_SQLITE_ERROR' && (errcode === 1555 || errcode === 2067)) || code === '23505';
}

/** Whether a write failed because of a constraint, including unique columns. */
export function isConstraintViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode = 0 } = error as Error & { code?: string; errcode?: number };
  // All kinds of SQLITE_CONSTRAINT; PostgreSQL's class of integrity constraint violations.
  return (code === 'ERR_SQLITE_ERROR' && errcode % 256 === 19) || (code?.startsWith('23') ?? false);
}
