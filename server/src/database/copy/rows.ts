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

/** How many values one statement may have, below the limit of both databases: SQLite 32,766, PostgreSQL 65,535. */
const mostValues = 30_000;
const mostRows = 500;

/** All rows of a table in the order of its key, in chunks. @param after - The key after which to continue. */
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

/** Inserts rows into one table. A statement is compiled once for each number of rows. */
export class RowWriter {
  readonly #table: TableShape;
  readonly #statements = new Map<number, CompiledQuery>();

  constructor(table: TableShape) {
    this.#table = table;
  }

  /** Omits references to rows of the same table, which may not exist yet: see {@link link}. */
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

/** Sets references to rows of the same table, once all rows exist. */
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
    // Both databases use these names for the columns of a values list. Without the range, both would scan the whole table.
    await sql`
      update ${sql.table(name)} set ${sql.ref(column)} = links.column2 from (values ${sql.join(values)}) as links
      where ${own} = links.column1 and ${own} between ${batch[0]![id]} and ${batch.at(-1)![id]}
    `.execute(trx);
  }
}

/** PostgreSQL treats a parameter in a values list as text. */
function typed(value: Value): RawBuilder<unknown> {
  return typeof value === 'number' ? sql`cast(${value} as bigint)` : sql`${value}`;
}

/** PostgreSQL cannot store NUL in a text; the replacement character has the same meaning to a reader. */
export function storable(value: Value): Value {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}
