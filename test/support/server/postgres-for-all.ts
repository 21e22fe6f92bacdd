// One PostgreSQL for a whole run of `node --test`, by `--test-global-setup`.
import type { Service } from '../services/service.ts';
import { startSharedPostgres } from './test-database.ts';

let postgres: Service | undefined;

export async function globalSetup(): Promise<void> {
  postgres = await startSharedPostgres();
}

export async function globalTeardown(): Promise<void> {
  await postgres?.stop();
}
