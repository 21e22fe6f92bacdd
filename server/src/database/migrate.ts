import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Executor } from './connect.ts';
import { tableNames } from './copy/table-names.ts';
import { assertWhole } from './copy/unfinished-copy.ts';

const ownFolder = new URL('./migrations/', import.meta.url);
const modules = new URL('../modules/', import.meta.url);

/** Every file `NNN-name` or `YYYYMMDD-name` in the migrations folders, in the order of the numbers. */
const provider: MigrationProvider = {
  async getMigrations() {
    const folders = [ownFolder, ...(await foldersOfModules())];
    const found = (await Promise.all(folders.map(filesOf))).flat().sort(([a], [b]) => (a < b ? -1 : 1));
    const entries = found.map(async ([name, file]): Promise<[string, Migration]> => {
      return [name, (await import(file.href)) as Migration];
    });
    return Object.fromEntries(await Promise.all(entries));
  },
};

/** Found by their path, because databases are also migrated, copied and compared where no module is loaded. */
async function foldersOfModules(): Promise<URL[]> {
  const files = await readdir(modules, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isDirectory() && file.name === 'migrations')
    .map((file) => pathToFileURL(join(file.parentPath, file.name, '/')));
}

/** The migrations in a folder, each with its name. */
async function filesOf(folder: URL): Promise<[name: string, file: URL][]> {
  const files = (await readdir(folder)).filter((file) => /^(?:\d{3}|\d{8})-[a-z-]+\.(?:ts|js)$/.test(file));
  return files.map((file) => [file.replace(/\.\w+$/, ''), new URL(file, folder)]);
}

/** The names of all migrations, in order. */
export async function migrationNames(): Promise<string[]> {
  return Object.keys(await provider.getMigrations());
}

/** Whether the database has a Parvis schema, of any version. */
export async function hasSchema(db: Executor): Promise<boolean> {
  return (await tableNames(db)).has('person');
}

/**
 * Migrates the database to the newest schema, and returns the names of the migrations that it ran. Safe to call from
 * several processes at once: each runs in a transaction that the others wait for.
 *
 * @throws {CannotOpenDatabase} for a database with an unfinished copy.
 */
export async function migrate(db: Executor): Promise<string[]> {
  await assertWhole(db);
  return migrateTo(db);
}

/** Runs the migrations up to the named one, by default the last: a copy needs the schema of its source. */
export async function migrateTo(db: Executor, name?: string): Promise<string[]> {
  const migrator = new Migrator({ db, provider });
  const { error, results } = await (name === undefined ? migrator.migrateToLatest() : migrator.migrateTo(name));
  if (error) {
    const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
    throw new Error(`Migration ${failed ?? ''} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}
