import { existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newId } from '../../platform/ids.ts';
import { keepPrivate } from '../sqlite/private-file.ts';
import { checkFile, checkSource } from './check-copy.ts';
import { copyDatabase, type CopyOptions } from './copy.ts';
import { CopyRefused } from './copy-refused.ts';
import { countRows } from './rows.ts';
import { fileOf, openSnapshot } from './snapshot.ts';
import { shapesAfter } from './table-shapes.ts';
import type { TableCount } from './table-count.ts';

export interface Backup {
  /** In bytes. */
  size: number;
  /** Its schema: the last migration. */
  version: string;
  counts: TableCount[];
}

/**
 * Copies a database, during writes, to a file that is itself a database. The file gets its name when it is complete and on
 * disk.
 *
 * @param from - A `DATABASE_URL`.
 * @throws {CopyRefused} if the file exists or cannot be written.
 */
export async function backUp(from: string, file: string, options: Pick<CopyOptions, 'rebuild' | 'onProgress'>) {
  if (existsSync(file)) throw new CopyRefused(`${file} exists already: choose another name.`);
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new CopyRefused(`There is no folder ${folder}: create it first.`);
  // A unique name, because two backups may run at once.
  const partial = `${resolve(file)}.${newId()}.partial`;
  try {
    keepPrivate(partial);
    await write(from, partial, options);
    await checkFile(partial);
    await sync(partial);
    const backup = await describe(partial);
    if (existsSync(file)) throw new CopyRefused(`${file} exists by now: choose another name.`);
    await rename(partial, file);
    await sync(folder);
    return backup;
  } catch (error) {
    await Promise.all(['', '-wal', '-shm', '-journal'].map((suffix) => rm(`${partial}${suffix}`, { force: true })));
    throw error;
  }
}

async function write(from: string, partial: string, options: Pick<CopyOptions, 'rebuild' | 'onProgress'>) {
  const source = fileOf(from);
  if (source === null) await copyDatabase({ ...options, from, to: `sqlite:${partial}`, live: true });
  else await vacuum(from, source, partial);
  const database = new DatabaseSync(partial);
  try {
    // As a single file, without files beside it.
    database.exec('pragma journal_mode = delete');
  } finally {
    database.close();
  }
}

async function vacuum(from: string, source: string, partial: string): Promise<void> {
  const { db, name, close } = await openSnapshot(from);
  await checkSource(db, name).finally(close);
  const database = new DatabaseSync(source, { readOnly: true, timeout: 5000 });
  try {
    database.prepare('vacuum into ?').run(partial);
  } catch (error) {
    throw new CopyRefused(`The backup cannot be written: ${(error as Error).message}.`, { cause: error });
  } finally {
    database.close();
  }
}

async function describe(file: string): Promise<Backup> {
  const { db, name, close } = await openSnapshot(`sqlite:${file}`);
  try {
    const version = await checkSource(db, name);
    const { tables } = await shapesAfter(version);
    const counts = [];
    for (const table of tables) counts.push({ table: table.name, rows: await countRows(db, table.name) });
    return { size: (await stat(file)).size, version, counts };
  } finally {
    await close();
  }
}

/** Flushes a file, or the names in a folder, to disk: SQLite does not flush the file that `vacuum into` writes. */
async function sync(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
