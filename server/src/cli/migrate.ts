import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { defaultReaders } from '../platform/audience.ts';
import { migrate } from '../database/migrate.ts';
import { print } from './terminal.ts';

export async function migrateSchema(): Promise<void> {
  const app = createApp(readConfig(process.env));
  try {
    const names = await migrate(app.database.db, { readers: defaultReaders(app.config) });
    print(names.length === 0 ? 'The database is up to date.\n' : `${names.join('\n')}\n`);
  } finally {
    await app.close();
  }
}
