import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Executor } from './connect.ts';
import { tableNames } from './copy/table-names.ts';
import { assertWhole } from './copy/unfinished-copy.ts';

const ownFolder = new URL('./migrations/', import.meta.url);
const modules = new URL('../modules/', import.meta.url);

/** What migrations have to know of the server. */
export interface MigrationFacts {
  /** Who has read so far what is there. */
  readonly readers: 'everyone' | 'employees';
}

const cautious: MigrationFacts = { readers: 'employees' };

interface MigrationModule {
  up(db: Executor, facts: MigrationFacts): Promise<void>;
}

/** Every file `NNN-name` or `YYYYMMDD-name` in the migrations folders, in the order of the numbers. */
async function allMigrations(facts: MigrationFacts): Promise<Record<string, Migration>> {
  const folders = [ownFolder, ...(await foldersOfModules())];
  const found = (await Promise.all(folders.map(filesOf))).flat().sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = found.map(async ([name, file]): Promise<[string, Migration]> => {
    const migration = (await import(file.href)) as MigrationModule;
    return [name, { up: (db) => migration.up(db as Executor, facts) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

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
  return Object.keys(await allMigrations(cautious));
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
export async function migrate(db: Executor, facts = cautious): Promise<string[]> {
  await assertWhole(db);
  return run(db, facts);
}

/** Runs the migrations up to the named one, by default the last: a copy needs the schema of its source. */
export function migrateTo(db: Executor, name?: string): Promise<string[]> {
  return run(db, cautious, name);
}

async function run(db: Executor, facts: MigrationFacts, name?: string): Promise<string[]> {
  const provider: MigrationProvider = { getMigrations: () => allMigrations(facts) };
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
