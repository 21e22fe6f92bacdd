import { sql } from 'kysely';
import type { DatabaseConnection, Executor } from '../connect.ts';
import { migrateTo } from '../migrate.ts';
import { CopyRefused } from './copy-refused.ts';
import { schemaVersion } from './schema-version.ts';
import { type Shapes, shapesAfter } from './table-shapes.ts';
import { tableNames } from './table-names.ts';
import { beginCopyOf, finished, saveState, stateOf, unfinishedCopyOf } from './unfinished-copy.ts';

export interface TargetOptions {
  /** The name of the database in messages. */
  name: string;
  /** The name of the source. */
  source: string;
  /** The schema of the source. */
  version: string;
  /** Whether to delete its content. */
  replace: boolean;
}

/**
 * Prepares a database as the target of a copy: empty, with the schema of the source, and marked as unfinished. A target
 * that was prepared before for the same source is not changed.
 *
 * @throws {CopyRefused} if data would be lost without `replace`.
 */
export async function prepareTarget(database: DatabaseConnection, options: TargetOptions): Promise<void> {
  const { db } = database;
  const { name, version, replace } = options;
  const source = `${options.source} at schema ${version}`;
  const held = await schemaVersion(db, name);
  const shapes = await shapesAfter();
  const unfinished = await unfinishedCopyOf(db);
  if (replace || unfinished === null) {
    if (!replace && held !== null) await assertEmpty(db, name, shapes);
    await database.transaction(async (trx) => {
      await clear(trx, shapes);
      await beginCopyOf(trx, source);
    });
  } else if (unfinished !== source) {
    throw new CopyRefused(`${name} holds a part of ${unfinished}: copy that one again, or start over with --replace.`);
  }
  if (!(await stateOf(db, 'schema')).done) {
    await migrateTo(db, version);
    await saveState(db, 'schema', finished());
  }
}

/** Continues the numbering of new rows after the last copied one. */
export async function numberOn({ db, dialect }: DatabaseConnection): Promise<void> {
  // SQLite does this by itself.
  if (dialect === 'sqlite') return;
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'
  `.execute(db);
  for (const { table, column } of rows) {
    await sql`
      select setval(pg_get_serial_sequence(quote_ident(${table}), ${column}), max(${sql.ref(column)}))
      from ${sql.table(table)} having max(${sql.ref(column)}) is not null
    `.execute(db);
  }
}

/** Updates PostgreSQL's statistics, which it would otherwise only do hours later. */
export async function analyze({ db, dialect }: DatabaseConnection): Promise<void> {
  if (dialect === 'sqlite') return;
  const { tables } = await shapesAfter();
  await db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    for (const { name } of tables) await sql`analyze ${sql.table(name)}`.execute(trx);
  });
}

async function assertEmpty(db: Executor, name: string, { tables }: Shapes): Promise<void> {
  const there = await tableNames(db);
  for (const table of tables) {
    if (!there.has(table.name)) continue;
    const { rows } = await sql`select 1 from ${sql.table(table.name)} limit ${table.initialRows + 1}`.execute(db);
    if (rows.length <= table.initialRows) continue;
    throw new CopyRefused(
      `${name} is not empty: there are rows in its table ${table.name}. Name an empty database, or delete everything in this one with --replace.`,
    );
  }
}

/** Drops all tables of Parvis, and keeps those of other programs. */
async function clear(trx: Executor, { tables, indexes }: Shapes): Promise<void> {
  const there = await tableNames(trx);
  const names = [...indexes, ...tables.map(({ name }) => name).reverse()];
  for (const name of ['unfinished_copy', 'kysely_migration', 'kysely_migration_lock', ...names]) {
    if (there.has(name)) await trx.schema.dropTable(name).execute();
  }
}
