import { type CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Executor } from '../connect.ts';
import { inOrder, inPage, type Keyset } from '../keyset.ts';
import { isSqlite } from '../portable.ts';
import type { TableShape } from './table-shapes.ts';
import type { Key } from './unfinished-copy.ts';

export type Value = string | number | null;
export type Row = Record<string, Value>;

/** How many rows are read at once and written in one transaction. */
export const chunkRows = 2_000;

/** How many values one statement takes, less than either database allows: SQLite 32,766, PostgreSQL 65,535. */
const mostValues = 30_000;
const mostRows = 500;

/** All rows of a table in order of its key, chunk after chunk. @param after - A key to go on behind. */
export async function* chunks(
  db: Executor,
  { name, columns, key }: Pick<TableShape, 'name' | 'columns' | 'key'>,
  after: Key | null = null,
): AsyncGenerator<Row[]> {
  const keyset: Keyset = { columns: key, direction: 'asc' };
  for (let from = after; ;) {
    const { rows } = await sql<Row>`
      select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)}
      where ${inPage(keyset, { size: chunkRows, limit: chunkRows, backward: false, after: from, before: null })}
      order by ${inOrder(keyset, { backward: false })} limit ${chunkRows}
    `.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < chunkRows) return;
    from = keyOf(rows.at(-1)!, key);
  }
}

export function keyOf(row: Row, key: readonly string[]): Key {
  return key.map((column) => row[column] as string | number);
}

export async function countRows(db: Executor, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return Number(rows[0]!.count);
}

/** Inserts rows into one table. Statements are built and compiled once for each number of rows. */
export class RowWriter {
  readonly #table: TableShape;
  readonly #statements = new Map<number, CompiledQuery>();

  constructor(table: TableShape) {
    this.#table = table;
  }

  /** Leaves out what refers to rows of the same table, which may not be there yet: see {@link link}. */
  async insert(trx: Executor, rows: readonly Row[]): Promise<void> {
    const { columns, ownReferences } = this.#table;
    const atOnce = Math.min(mostRows, Math.floor(mostValues / columns.length));
    const clean = isSqlite(trx) ? (value: Value) => value : storable;
    for (let from = 0; from < rows.length; from += atOnce) {
      const batch = rows.slice(from, from + atOnce);
      const parameters = batch.flatMap((row) =>
        columns.map((column) => (ownReferences.includes(column) ? null : clean(row[column]!))),
      );
      await trx.executeQuery({ ...this.#statement(trx, batch.length), parameters });
    }
  }

  #statement(trx: Executor, count: number): CompiledQuery {
    const known = this.#statements.get(count);
    if (known) return known;
    const { name, columns } = this.#table;
    const row = Object.fromEntries(columns.map((column) => [column, 0]));
    const statement = (trx as Kysely<any>)
      .insertInto(name)
      .values(Array.from({ length: count }, () => row))
      .compile();
    this.#statements.set(count, statement);
    return statement;
  }
}

/** Lets rows refer to rows of their own table, once all of them are there. */
export async function link(
  trx: Executor,
  { name, key }: TableShape,
  column: string,
  rows: readonly Row[],
): Promise<void> {
  const id = key[0]!;
  for (let from = 0; from < rows.length; from += mostRows) {
    const batch = rows.slice(from, from + mostRows);
    const values = batch.map((row) => sql`(${typed(row[id]!)}, ${typed(row[column]!)})`);
    const own = sql.ref(`${name}.${id}`);
    // Both databases call the columns of a list of values so, and both would go through the whole table without its range.
    await sql`
      update ${sql.table(name)} set ${sql.ref(column)} = links.column2 from (values ${sql.join(values)}) as links
      where ${own} = links.column1 and ${own} between ${batch[0]![id]} and ${batch.at(-1)![id]}
    `.execute(trx);
  }
}

/** PostgreSQL takes a parameter among values for text. */
function typed(value: Value): RawBuilder<unknown> {
  return typeof value === 'number' ? sql`cast(${value} as bigint)` : sql`${value}`;
}

/** PostgreSQL has no text with a NUL in it; what it means to a reader is this. */
export function storable(value: Value): Value {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}
