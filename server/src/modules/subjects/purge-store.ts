import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import type { Database } from '../../database/database.ts';
import type { RowId } from '../../platform/ids.ts';

/** Rows with a text in `source`, `text` and `tree`. */
export interface TextRows {
  readonly table: keyof Database & string;
  /** The columns of the ids of subjects with which a text is to be forgotten. */
  readonly columns: readonly string[];
  /** Forgets what else there is with the texts. */
  forget?(trx: Executor, ids: readonly RowId[]): Promise<void>;
}

/** The ids of rows whose subject was deleted before a moment and that still have a text. */
export async function findForgettable(
  trx: Executor,
  { table, columns }: TextRows,
  before: number,
  limit: number,
): Promise<RowId[]> {
  const found = new Set<RowId>();
  // Each by its own index.
  for (const column of columns) {
    const { rows } = await sql<{ id: RowId }>`
      select ${sql.ref(`${table}.id`)} from subject
      inner join ${sql.table(table)} on ${sql.ref(`${table}.${column}`)} = subject.id
      where subject.deleted_at < ${before} and ${sql.ref(`${table}.source`)} <> '' limit ${limit}`.execute(trx);
    for (const { id } of rows) found.add(id);
  }
  return [...found];
}

/** Empties the texts of rows. The rows remain, because others refer to them. */
export async function forgetTexts(trx: Executor, { table, forget }: TextRows, ids: readonly RowId[]): Promise<void> {
  await sql`
    update ${sql.table(table)} set source = '', text = '', tree = '[]' where id in (${sql.join(ids)})`.execute(trx);
  await forget?.(trx, ids);
}
