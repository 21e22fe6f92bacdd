import { type CreateTableBuilder, type Kysely, sql, SqliteAdapter } from 'kysely';

/** What differs between our databases, for migrations and for the one search that is written once per dialect. */
export function isSqlite(db: Kysely<any>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

/** A new table; STRICT on SQLite, which would otherwise store any type in any column. */
export function createTable<Name extends string>(db: Kysely<any>, name: Name): CreateTableBuilder<Name> {
  const table = db.schema.createTable(name);
  return isSqlite(db) ? table.modifyEnd(sql`strict`) : table;
}

/**
 * A new table of SQLite whose rows stand in the order of their primary key, and are found by it without going through an
 * index first. PostgreSQL has no such tables.
 */
export function createClusteredTable<Name extends string>(db: Kysely<any>, name: Name): CreateTableBuilder<Name> {
  return db.schema.createTable(name).modifyEnd(sql`strict, without rowid`);
}

/** The column type of a moment in milliseconds, and of any other whole number past 2³¹. */
export function wideInteger(db: Kysely<any>): 'integer' | 'bigint' {
  return isSqlite(db) ? 'integer' : 'bigint';
}

/** Whether a write failed because a row with the same unique columns stands there. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as Error & { code?: string; errcode?: number };
  // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE; PostgreSQL's unique_violation.
  return (code === 'ERR_SQLITE_ERROR' && (errcode === 1555 || errcode === 2067)) || code === '23505';
}

/** Whether a write failed because a row would not fit to others, unique columns included. */
export function isConstraintViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode = 0 } = error as Error & { code?: string; errcode?: number };
  // All kinds of SQLITE_CONSTRAINT; PostgreSQL's class of integrity constraint violations.
  return (code === 'ERR_SQLITE_ERROR' && errcode % 256 === 19) || (code?.startsWith('23') ?? false);
}
