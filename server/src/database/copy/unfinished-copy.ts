import { type Kysely, type Selectable, sql } from 'kysely';
import { CannotOpenDatabase, type Executor } from '../connect.ts';
import { createTable } from '../portable.ts';
import { tableNames } from './table-names.ts';

/** This table exists from the beginning of a copy until it has finished. */
const table = 'unfinished_copy';

interface StepTable {
  step: string;
  /** JSON: the key of the last written row. */
  place: string | null;
  rows: number;
  done: number;
}

export type Key = readonly (string | number)[];

/** The progress of a step: of a table, or of the references within it. */
export interface StepState {
  place: Key | null;
  rows: number;
  done: boolean;
}

const notBegun: StepState = { place: null, rows: 0, done: false };

export function finished(rows = 0): StepState {
  return { place: null, rows, done: true };
}

/** A pseudo-step whose `place` is the name of the source. */
const sourceStep = 'source';

function steps(db: Executor) {
  return db as unknown as Kysely<{ [table]: StepTable }>;
}

/** The source of an unfinished copy in a database; null if there is none. */
export async function unfinishedCopyOf(db: Executor): Promise<string | null> {
  if (!(await tableNames(db)).has(table)) return null;
  return (await readStep(db, sourceStep))?.place ?? '';
}

/** @throws {CannotOpenDatabase} for a database with an unfinished copy. */
export async function assertWhole(db: Executor): Promise<void> {
  const source = await unfinishedCopyOf(db);
  if (source === null) return;
  throw new CannotOpenDatabase(
    `This database holds a part of ${source}: run the command that copies it again; it continues where it stopped.`,
  );
}

export async function beginCopyOf(trx: Executor, source: string): Promise<void> {
  await createTable(trx, table)
    .addColumn('step', 'text', (column) => column.primaryKey().notNull())
    .addColumn('place', 'text')
    .addColumn('rows', 'integer', (column) => column.notNull())
    .addColumn('done', 'integer', (column) => column.notNull())
    .execute();
  await steps(trx).insertInto(table).values({ step: sourceStep, place: source, rows: 0, done: 0 }).execute();
}

export async function stateOf(db: Executor, step: string): Promise<StepState> {
  const row = await readStep(db, step);
  if (!row) return notBegun;
  return {
    place: row.place === null ? null : (JSON.parse(row.place) as StepState['place']),
    rows: row.rows,
    done: row.done === 1,
  };
}

/** Called in the transaction that writes the rows, so that none is copied twice. */
export async function saveState(trx: Executor, step: string, { place, rows, done }: StepState): Promise<void> {
  const values = { place: JSON.stringify(place), rows, done: Number(done) };
  await steps(trx)
    .insertInto(table)
    .values({ step, ...values })
    .onConflict((conflict) => conflict.column('step').doUpdateSet(values))
    .execute();
}

export async function endCopy(db: Executor): Promise<void> {
  await sql`drop table if exists ${sql.table(table)}`.execute(db);
}

async function readStep(db: Executor, step: string): Promise<Selectable<StepTable> | undefined> {
  return steps(db).selectFrom(table).selectAll().where('step', '=', step).executeTakeFirst();
}
