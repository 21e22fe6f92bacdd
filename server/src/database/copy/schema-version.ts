import { sql } from 'kysely';
import type { Executor } from '../connect.ts';
import { migrationNames } from '../migrate.ts';
import { CopyRefused } from './copy-refused.ts';
import { tableNames } from './table-names.ts';

/**
 * The last migration of a database; null if it has none.
 *
 * @throws {CopyRefused} for a database of a newer version of Parvis.
 */
export async function schemaVersion(db: Executor, name: string): Promise<string | null> {
  if (!(await tableNames(db)).has('kysely_migration')) return null;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const seen = rows.map((row) => row.name);
  const known = await migrationNames();
  const strange = seen.find((migration, index) => migration !== known[index]);
  if (strange !== undefined) {
    throw new CopyRefused(
      `${name} has the schema ${strange}, which this version of Parvis does not know: use the version that created it, or a newer one.`,
    );
  }
  return seen.at(-1) ?? null;
}

/** @throws {CopyRefused} for a database without a schema of Parvis. */
export async function schemaVersionOfData(db: Executor, name: string): Promise<string> {
  const version = await schemaVersion(db, name);
  if (version === null) throw new CopyRefused(`${name} is not a Parvis database: check its address.`);
  return version;
}
