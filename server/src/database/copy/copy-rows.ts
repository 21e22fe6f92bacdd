import { sql } from 'kysely';
import type { DatabaseConnection, Executor } from '../connect.ts';
import { isConstraintViolation } from '../portable.ts';
import { CopyRefused } from './copy-refused.ts';
import { chunks, countRows, keyOf, link, type Row, RowWriter } from './rows.ts';
import type { TableShape } from './table-shapes.ts';
import { finished, saveState, stateOf } from './unfinished-copy.ts';

/** Copies all rows of all tables, each chunk in one transaction together with the position reached. */
export async function copyRows(
  source: Executor,
  target: DatabaseConnection,
  tables: readonly TableShape[],
  onProgress: (rows: number, total: number) => void = () => {},
): Promise<void> {
  const totals = await Promise.all(tables.map(({ name }) => countRows(source, name)));
  const total = totals.reduce((sum, count) => sum + count, 0);
  let before = 0;
  for (const table of tables) {
    const writer = new RowWriter(table);
    before += await step(target, table, table.name, source, {
      // Migrations may have inserted rows that the source has too.
      begin: (trx) => sql`delete from ${sql.table(table.name)}`.execute(trx),
      write: (trx, rows) => writer.insert(trx, rows),
      onRows: (rows) => onProgress(before + rows, total),
    });
    for (const column of table.ownReferences) {
      const links = { ...table, columns: [...table.key, column] };
      await step(target, links, `${table.name}.${column}`, source, {
        write: (trx, rows) =>
          link(
            trx,
            table,
            column,
            rows.filter((row) => row[column] !== null),
          ),
      });
    }
  }
}

interface Step {
  /** Called before the first chunk. */
  begin?: (trx: Executor) => Promise<unknown>;
  write: (trx: Executor, rows: readonly Row[]) => Promise<void>;
  onRows?: (rows: number) => void;
}

/** Continues a step from its saved position, and returns the number of its rows. */
async function step(
  target: DatabaseConnection,
  table: Pick<TableShape, 'name' | 'columns' | 'key'>,
  name: string,
  source: Executor,
  { begin, write, onRows }: Step,
): Promise<number> {
  const state = await stateOf(target.db, name);
  if (state.done) return state.rows;
  let { rows, place } = state;
  if (place === null && begin) await target.transaction(begin);
  for await (const chunk of chunks(source, table, place)) {
    rows += chunk.length;
    place = keyOf(chunk.at(-1)!, table.key);
    const reached = { rows, place, done: false };
    const written = target.transaction(async (trx) => {
      await write(trx, chunk);
      await saveState(trx, name, reached);
    });
    await written.catch((error: unknown) => {
      throw isConstraintViolation(error) ? unfitting(table.name, error) : error;
    });
    onRows?.(rows);
  }
  await saveState(target.db, name, finished(rows));
  return rows;
}

/** The error for rows that do not fit together: they are not from one moment. */
function unfitting(table: string, cause: unknown): CopyRefused {
  return new CopyRefused(
    `Rows of ${table} do not match those copied before: the original was written to meanwhile. Stop all servers that use either database, and copy again with --replace.`,
    { cause },
  );
}
