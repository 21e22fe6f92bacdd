import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { connect, type DialectName } from '../../server/src/database/connect.ts';
import { migrate } from '../../server/src/database/migrate.ts';
import { startPostgres } from '../support/services/postgres.ts';
import { fillingStatements, type ScaleSizes } from './scale-fill.ts';

/** A database of a company's size, for a benchmark alone. */
export interface ScaleDatabase {
  url: string;
  /** Writes something, so that nothing is true any more that the server may have kept of earlier reads. */
  commit(): Promise<void>;
  /** CPU of the database's own processes, in milliseconds; null where it runs in the server. */
  cpu(): number | null;
  remove(): Promise<void>;
}

/** What was made on a table. */
interface Made {
  type: string;
  name: string;
  sql: string;
}

interface Filling {
  all(sql: string): Promise<Made[]>;
  run(sql: string): Promise<unknown>;
}

export async function createScaleDatabase(dialect: DialectName, sizes: ScaleSizes): Promise<ScaleDatabase> {
  return dialect === 'sqlite' ? createSqlite(sizes) : createPostgres(sizes);
}

async function createSqlite(sizes: ScaleSizes): Promise<ScaleDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'));
  const file = join(folder, 'scale.db');
  const url = `sqlite:${file}`;
  await migrateAt(url);
  const filling = new DatabaseSync(file);
  filling.exec(`pragma foreign_keys = off; pragma journal_mode = delete; pragma journal_mode = off; pragma synchronous = off;
    pragma cache_size = -1000000; pragma temp_store = memory`);
  await fill('sqlite', sizes, {
    all: async (sql) => filling.prepare(sql).all() as unknown as Made[],
    run: async (sql) => filling.exec(sql),
  });
  filling.close();
  const database = new DatabaseSync(file, { timeout: 5_000 });
  return {
    url,
    commit: async () => database.exec(touching),
    cpu: () => null,
    async remove() {
      database.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function createPostgres(sizes: ScaleSizes): Promise<ScaleDatabase> {
  const service = await startPostgres({
    settings: { shared_buffers: '1GB', max_wal_size: '8GB', random_page_cost: '1.1' },
  });
  await migrateAt(service.url);
  const client = new pg.Client(service.url);
  await client.connect();
  // Without foreign keys, as far as the session of a superuser may.
  await client.query(
    `set session_replication_role = replica; set maintenance_work_mem = '500MB'; set work_mem = '500MB'`,
  );
  await fill('postgres', sizes, {
    all: async (sql) => (await client.query(sql)).rows,
    run: (sql) => client.query(sql),
  });
  await client.query('vacuum analyze');
  return {
    url: service.url,
    commit: async () => void (await client.query(touching)),
    cpu: () => cpuOfChildren(service.pid),
    async remove() {
      await client.end();
      await service.stop();
    },
  };
}

const touching = `update page set title = title where key = 'page-0'`;

async function migrateAt(url: string): Promise<void> {
  const database = connect(url);
  await migrate(database.db);
  await database.close();
}

/** PostgreSQL runs no triggers in the session that fills it. */
const slowing: Record<DialectName, string> = {
  sqlite: `select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null`,
  postgres: `select 'index' as type, indexname as name, indexdef as sql from pg_indexes where schemaname = 'public'
    and not exists (select 1 from pg_constraint where conname = indexname)`,
};

/** Indexes and triggers are made once all rows are there, which takes a third of the time. */
async function fill(dialect: DialectName, sizes: ScaleSizes, filling: Filling): Promise<void> {
  const later = await filling.all(slowing[dialect]);
  for (const { type, name } of later) await filling.run(`drop ${type} ${name}`);
  for (const statement of fillingStatements(dialect, sizes)) await filling.run(statement);
  for (const { sql } of later) await filling.run(sql);
}

/** What the processes have used that a PostgreSQL has started: one for each connection. */
function cpuOfChildren(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return (
    children.reduce((sum, child) => sum + Number(readFileSync(`/proc/${child}/schedstat`, 'utf8').split(' ')[0]), 0) /
    1e6
  );
}
