import { readdir } from 'node:fs/promises';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Executor } from './connect.ts';

const directory = new URL('./migrations/', import.meta.url);

/** Every file `NNN-name` of the migrations folder, in order of its number. */
const provider: MigrationProvider = {
  async getMigrations() {
    const files = (await readdir(directory)).filter((file) => /^\d{3}-[a-z-]+\.(?:ts|js)$/.test(file)).sort();
    const entries = files.map(async (file): Promise<[string, Migration]> => {
      return [file.replace(/\.\w+$/, ''), (await import(new URL(file, directory).href)) as Migration];
    });
    return Object.fromEntries(await Promise.all(entries));
  },
};

/**
 * Brings the database to the newest schema, and answers the names of the migrations it ran. Safe to call from several
 * processes at once: each runs in a transaction that the others wait for.
 */
export async function migrate(db: Executor): Promise<string[]> {
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) {
    const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
    throw new Error(`Migration ${failed ?? ''} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}
