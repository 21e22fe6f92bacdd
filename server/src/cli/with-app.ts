import { type App, createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { migrate } from '../database/migrate.ts';

/** Opens the database that the settings name, brings it to the newest schema, and closes it after the work. */
export async function withApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  const app = createApp(readConfig(process.env));
  try {
    await migrate(app.database.db);
    return await work(app);
  } finally {
    await app.close();
  }
}
