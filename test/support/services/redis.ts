import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, unpackDebianPackage } from './debian-package.ts';
import { freePort } from './free-port.ts';
import { onPath } from './on-path.ts';
import { Service } from './service.ts';

export interface RedisOptions {
  /** Whether it finds what it held again when it is started again after a kill. */
  durable?: boolean;
}

/** Starts an empty Redis, ready when the promise is. @throws {Error} where there is none: see `redisMissing`. */
export async function startRedis({ durable = false }: RedisOptions = {}): Promise<Service> {
  const program = await findRedis();
  if (!program) throw new Error(noRedis);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'parvis-redis-'));
  const keeping = durable ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
  const service = new Service({
    url: `redis://127.0.0.1:${port}`,
    folder,
    command: [program.path, '--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...keeping],
    env: program.env,
    endsBy: 'SIGTERM',
    answers: () => ping(port),
  });
  await service.start();
  return service;
}

const noRedis = 'no redis-server on PATH, and none to be had from Debian';

/** Why tests that need Redis are skipped here; false where they can run: `describe('…', { skip: await redisMissing() }, …)`. */
export async function redisMissing(): Promise<string | false> {
  return (await findRedis()) ? false : noRedis;
}

let found: Promise<Program | null> | undefined;

/** The Redis of this machine, else the one of Debian's package. */
function findRedis(): Promise<Program | null> {
  return (found ??= look());
}

async function look(): Promise<Program | null> {
  const path = onPath('redis-server', 'valkey-server');
  if (path && runs({ path, env: {} })) return { path, env: {} };
  const unpacked = await unpackDebianPackage('redis-server', 'usr/bin/redis-server');
  return unpacked && runs(unpacked) ? unpacked : null;
}

function runs({ path, env }: Program): boolean {
  try {
    execFileSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function ping(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const answer = (pong: boolean) => {
      socket.destroy();
      resolve(pong);
    };
    // While it loads what it kept, it answers with an error.
    socket.once('data', (data) => answer(data.toString().startsWith('+PONG')));
    socket.once('error', () => answer(false)).once('close', () => answer(false));
  });
}
