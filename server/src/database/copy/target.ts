import { sql } from 'kysely';
import type { DatabaseConnection, Executor } from '../connect.ts';
import { migrateTo } from '../migrate.ts';
import { CopyRefused } from './copy-refused.ts';
import { schemaVersion } from './schema-version.ts';
import { type Shapes, shapesAfter } from './table-shapes.ts';
import { tableNames } from './table-names.ts';
import { beginCopyOf, finished, saveState, stateOf, unfinishedCopyOf } from './unfinished-copy.ts';

export interface TargetOptions {
  /** What messages call the database. */
  name: string;
  /** What is to be copied into it. */
  source: string;
  /** The schema of the source. */
  version: string;
  /** Whether what it holds is to be given up. */
  replace: boolean;
}

/**
 * Makes a database ready to be copied to: empty, of the schema of the source, and marked as unfinished. One that was
 * made ready before for the same source stays as it is.
 *
 * @throws {CopyRefused} where anything would be lost that is not to be replaced.
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
    throw new CopyRefused(`${name} holds a part of ${unfinished}: copy that one again, or begin anew with --replace.`);
  }
  if (!(await stateOf(db, 'schema')).done) {
    await migrateTo(db, version);
    await saveState(db, 'schema', finished());
  }
}

/** Lets new rows be numbered after the last one that was copied. */
export async function numberOn({ db, dialect }: DatabaseConnection): Promise<void> {
  // SQLite does so by itself.
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

/** Tells PostgreSQL what there is now, which it would otherwise find out in the hours after. */
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
      `${name} is not empty: there are rows in its table ${table.name}. Name an empty database, or let --replace delete all that is in this one.`,
    );
  }
}

/** Takes all tables of Parvis away, and leaves those of others. */
async function clear(trx: Executor, { tables, indexes }: Shapes): Promise<void> {
  const there = await tableNames(trx);
  const names = [...indexes, ...tables.map(({ name }) => name).reverse()];
  for (const name of ['unfinished_copy', 'kysely_migration', 'kysely_migration_lock', ...names]) {
    if (there.has(name)) await trx.schema.dropTable(name).execute();
  }
}
