import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from '../../../server/src/database/connect.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { startPostgres } from '../services/postgres.ts';

/** Which database this run of the tests is about: `PARVIS_TEST_DATABASE`. */
export const onPostgres = process.env.PARVIS_TEST_DATABASE === 'postgres';

/** An empty database for one test, of the kind that this run is about. */
export interface TestDatabase {
  /** As a `DATABASE_URL`. */
  url: string;
  drop(): Promise<void>;
}

/** One for a single server: in memory where it can be. It may have the newest schema already. */
export async function createTestDatabase(): Promise<TestDatabase> {
  // Copying its files is twice as fast as writing them all to the log first.
  return onPostgres
    ? createOnServer(`template ${template} strategy file_copy`)
    : { url: 'sqlite::memory:', drop: async () => {} };
}

/** One that several connections and processes may open, without a schema. */
export async function createSharedDatabase(): Promise<TestDatabase> {
  if (onPostgres) return createOnServer('template template0');
  const folder = await mkdtemp(join(tmpdir(), 'parvis-test-'));
  return { url: `sqlite:${join(folder, 'test.db')}`, drop: () => rm(folder, { recursive: true }) };
}

/** The variable by which a run of the tests tells its processes of the PostgreSQL that they share. */
const shared = 'PARVIS_TEST_POSTGRES';
const template = 'parvis_template';

let server: Promise<pg.Pool> | undefined;

/** @param like - How PostgreSQL is to make it. */
export async function createOnServer(like: string): Promise<TestDatabase> {
  const admin = await (server ??= connectToServer());
  const name = `test_${newId().replaceAll('-', '')}`;
  await admin.query(`create database ${name} ${like}`);
  return {
    url: databaseUrl(admin.options.connectionString!, name),
    drop: async () => void (await admin.query(`drop database ${name} with (force)`)),
  };
}

/** The PostgreSQL of this run or, for a test file that runs by itself, one of its own. */
async function connectToServer(): Promise<pg.Pool> {
  const connectionString = process.env[shared] ?? (await startSharedPostgres()).url;
  return new pg.Pool({ connectionString, max: 2, allowExitOnIdle: true });
}

/** Starts a PostgreSQL for all tests of this process and those that it starts. It ends with them. */
export async function startSharedPostgres() {
  const postgres = await startPostgres();
  const admin = new pg.Client(postgres.url);
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  const database = connect(databaseUrl(postgres.url, template));
  await migrate(database.db);
  await database.close();
  process.env[shared] = postgres.url;
  return postgres;
}

function databaseUrl(server: string, name: string): string {
  return new URL(`/${name}`, server).href;
}
