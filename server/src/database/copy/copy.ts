import { connect, type DatabaseConnection } from '../connect.ts';
import { migrateTo, migrationNames } from '../migrate.ts';
import { compareTables, type Side } from './compare-tables.ts';
import { checkSource } from './check-copy.ts';
import { CopyRefused } from './copy-refused.ts';
import { copyRows } from './copy-rows.ts';
import { assertReachable, nameOf, openSnapshot, type Snapshot } from './snapshot.ts';
import { analyze, numberOn, prepareTarget } from './target.ts';
import type { TableCount } from './table-count.ts';
import { shapesAfter, type TableShape } from './table-shapes.ts';
import { endCopy, finished, saveState, stateOf } from './unfinished-copy.ts';

export interface CopyOptions {
  /** What to copy, as a `DATABASE_URL`. */
  from: string;
  /** Where to, as a `DATABASE_URL`. */
  to: string;
  /** Deletes what is there; without, a database that is not empty is refused. */
  replace?: boolean;
  /** A copy of a source that others may write to meanwhile, as it was at the beginning and with the schema that it has. */
  live?: boolean;
  /** Makes what is not copied but made from it: the full-text index. */
  rebuild: (database: DatabaseConnection) => Promise<void>;
  onProgress?: (rows: number, total: number) => void;
}

/**
 * Copies all rows of one database to another, whichever of ours each of them is. A copy that was cut off goes on where
 * it was when it is asked for again; until it is whole, no server serves what is there.
 *
 * @throws {CopyRefused} where it cannot be, or where source and target are not the same in the end.
 */
export async function copyDatabase(options: CopyOptions): Promise<TableCount[]> {
  if (nameOf(options.from) === nameOf(options.to)) throw new CopyRefused('A database cannot be copied to itself.');
  const source = await openSnapshot(options.from);
  try {
    const target = connect(options.to);
    try {
      await assertReachable(target.db, nameOf(options.to));
      return await copy(source, target, options);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copy(source: Snapshot, target: DatabaseConnection, options: CopyOptions): Promise<TableCount[]> {
  const { from, to, replace = false, live = false, rebuild, onProgress } = options;
  const version = await checkSource(source.db, source.name);
  await prepareTarget(target, { name: nameOf(to), source: source.name, version, replace });
  const { tables } = await shapesAfter(version);
  await copyRows(source.db, target, tables, onProgress);
  await numberOn(target);

  if (!(await stateOf(target.db, 'compare')).done) {
    const copied = { db: target.db, name: nameOf(to) };
    await (live ? compareTables(source, copied, tables) : compareWithNow(from, copied, tables));
    await saveState(target.db, 'compare', finished());
  }
  if (!live) await migrateTo(target.db);
  // An older schema gets its index with the migrations to the newest one.
  if (!live || version === (await migrationNames()).at(-1)) await rebuild(target);
  await analyze(target);
  const counts = await Promise.all(
    tables.map(async ({ name }) => ({ table: name, rows: (await stateOf(target.db, name)).rows })),
  );
  await endCopy(target.db);
  return counts;
}

/** What was read is what is there only where nobody has written since. */
async function compareWithNow(from: string, copied: Side, tables: readonly TableShape[]): Promise<void> {
  const now = await openSnapshot(from);
  try {
    await compareTables(now, copied, tables);
  } finally {
    await now.close();
  }
}
