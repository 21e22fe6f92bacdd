import { sql } from 'kysely';
import type { Executor } from '../connect.ts';
import { isSqlite } from '../portable.ts';

/** The tables in a database, including those of other programs. */
export async function tableNames(db: Executor): Promise<Set<string>> {
  const tables = isSqlite(db)
    ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
    : sql<{ name: string }>`select tablename as name from pg_catalog.pg_tables where schemaname = current_schema()`;
  const { rows } = await tables.execute(db);
  return new Set(rows.map(({ name }) => name));
}
