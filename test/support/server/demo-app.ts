import { afterEach } from 'node:test';
import type { RawBuilder } from 'kysely';
import { type App, createApp } from '../../../server/src/app.ts';
import { readConfig } from '../../../server/src/config.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { seedDemo } from '../../../demo/seed/seed.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** The moment at which the demo is filled. */
export const now = Date.UTC(2026, 10, 22, 9, 30);

let apps: App[] = [];
let databases: TestDatabase[] = [];
afterEach(async () => {
  for (const app of apps) await app.close();
  for (const database of databases) await database.drop();
  apps = [];
  databases = [];
});

/** With an empty database, until the test has ended. */
export async function emptyApp(origins = 'http://localhost:4000,http://127.0.0.1:4000'): Promise<App> {
  const database = await createTestDatabase();
  databases.push(database);
  const config = readConfig({ DATABASE_URL: database.url, PARVIS_ORIGINS: origins, PARVIS_LOG_LEVEL: 'silent' });
  const app = createApp(config, { clock: { now: () => now } });
  apps.push(app);
  await migrate(app.database.db);
  return app;
}

/** With the people of the demo and what they say. */
export async function seededApp(): Promise<App> {
  const app = await emptyApp();
  await seedDemo(app, { people: 300 });
  return app;
}

/** The number that a query answers as `wrong`. */
export async function numbers(app: App, query: RawBuilder<{ wrong: number }>): Promise<number> {
  const { rows } = await query.execute(app.database.db);
  return rows[0]!.wrong;
}
