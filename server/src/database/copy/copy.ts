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
  /** The source, as a `DATABASE_URL`. */
  from: string;
  /** The target, as a `DATABASE_URL`. */
  to: string;
  /** Deletes the content of the target; without it, a target that is not empty is refused. */
  replace?: boolean;
  /** Copies a source during writes, as of the beginning and with its schema. */
  live?: boolean;
  /** Rebuilds what is not copied but derived: the full-text index. */
  rebuild: (database: DatabaseConnection) => Promise<void>;
  onProgress?: (rows: number, total: number) => void;
}

/**
 * Copies all rows of one database to another, of either kind. An interrupted copy continues when it is run again; until it
 * has finished, no server starts on the target.
 *
 * @throws {CopyRefused} if it is not possible, or source and target differ at the end.
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
  // An older schema gets its index from the later migrations.
  if (!live || version === (await migrationNames()).at(-1)) await rebuild(target);
  await analyze(target);
  const counts = await Promise.all(
    tables.map(async ({ name }) => ({ table: name, rows: (await stateOf(target.db, name)).rows })),
  );
  await endCopy(target.db);
  return counts;
}

/** Compares with the current source, because it may have been written to since it was read. */
async function compareWithNow(from: string, copied: Side, tables: readonly TableShape[]): Promise<void> {
  const now = await openSnapshot(from);
  try {
    await compareTables(now, copied, tables);
  } finally {
    await now.close();
  }
}
