import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { findPostgres, unprivileged } from './postgres-programs.ts';
import { Service } from './service.ts';

export interface PostgresOptions {
  /** Whether what is committed is on the disk, as in production; for tests that kill things. Slower. */
  durable?: boolean;
  /** The folder in which its data have theirs; by default the one of temporary files. */
  within?: string;
  /** Further settings of postgresql.conf. */
  settings?: Record<string, string>;
}

/** Starts a PostgreSQL with an empty database, ready when the promise is. `url` has everything to connect to it. */
export async function startPostgres(options: PostgresOptions = {}): Promise<Service> {
  const programs = findPostgres();
  const folder = mkdtempSync(join(options.within ?? tmpdir(), 'parvis-postgres-data-'));
  if (unprivileged) chownSync(folder, unprivileged.uid, unprivileged.gid);
  try {
    const data = join(folder, 'data');
    const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    execFileSync(join(programs, 'initdb'), initdb, {
      ...unprivileged,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return await launch(join(programs, 'postgres'), folder, options);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function launch(program: string, folder: string, { durable = false, settings = {} }: PostgresOptions) {
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const durability = durable ? {} : { fsync: 'off', full_page_writes: 'off' };
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '400',
    ...durability,
    ...settings,
  };
  const service = new Service({
    url,
    folder,
    command: [
      program,
      ...['-D', join(folder, 'data'), '-p', String(port)],
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    user: unprivileged,
    // A fast shutdown: whoever is connected is told to go.
    endsBy: 'SIGINT',
    answers: () => answers(url),
  });
  await service.start();
  return service;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
