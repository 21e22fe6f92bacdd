import { existsSync } from 'node:fs';
import { type App, createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { defaultReaders } from '../platform/audience.ts';
import { fileOf, nameOf } from '../database/copy/snapshot.ts';
import { hasSchema, migrate } from '../database/migrate.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  /** Whether to create a missing database. False for commands that only make sense for an existing one. */
  create?: boolean;
}

/**
 * Opens the database of the settings, migrates it to the newest schema, and closes it after the work.
 *
 * @throws {UsageError} if the database does not exist and may not be created.
 */
export async function withApp<T>(work: (app: App) => Promise<T>, { create = true }: Options = {}): Promise<T> {
  const config = readConfig(process.env);
  const file = fileOf(config.databaseUrl);
  if (!create && file !== null && !existsSync(file)) throw noDatabase(config.databaseUrl);
  const app = createApp(config);
  try {
    if (!create && !(await hasSchema(app.database.db))) throw noDatabase(config.databaseUrl);
    await migrate(app.database.db, { readers: defaultReaders(app.config) });
    return await work(app);
  } finally {
    await app.close();
  }
}

function noDatabase(url: string): UsageError {
  return new UsageError(
    `There is no Parvis database at ${nameOf(url)}. Set DATABASE_URL to the one that the server uses; to make a new one, run parvis migrate first, or parvis import people with --create.`,
  );
}
