import { sql } from 'kysely';
import type { Executor } from '../connect.ts';
import { CopyRefused } from './copy-refused.ts';
import { schemaVersionOfData } from './schema-version.ts';
import { openSnapshot } from './snapshot.ts';
import { unfinishedCopyOf } from './unfinished-copy.ts';

/**
 * The schema of a database that may be copied.
 *
 * @throws {CopyRefused} for a database without Parvis tables, with an unfinished copy, or of an unknown version.
 */
export async function checkSource(db: Executor, name: string): Promise<string> {
  const version = await schemaVersionOfData(db, name);
  const unfinished = await unfinishedCopyOf(db);
  if (unfinished === null) return version;
  throw new CopyRefused(`${name} holds a part of ${unfinished}: let the command that copies it finish first.`);
}

/**
 * Reads a file completely and checks that it is an intact Parvis database.
 *
 * @throws {CopyRefused} with the problem.
 */
export async function checkFile(file: string): Promise<void> {
  const { db, name, close } = await openSnapshot(`sqlite:${file}`);
  try {
    await checkSource(db, name);
    const damage = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(db);
    const lost = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
    // The first line only names the database.
    const found = damage.rows[0]?.integrity_check.split('\n').at(-1);
    if (found !== 'ok') throw new Error(found);
    const [orphan] = lost.rows;
    if (orphan) throw new Error(`a row of ${orphan.table} refers to a missing row of ${orphan.parent}`);
  } catch (error) {
    if (error instanceof CopyRefused) throw error;
    throw new CopyRefused(`${name} is damaged (${(error as Error).message}): use another one.`, { cause: error });
  } finally {
    await close();
  }
}
