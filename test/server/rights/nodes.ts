import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { createTestDatabase, onPostgres, type TestDatabase } from '../../support/server/test-database.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';
import { startRedis } from '../../support/services/redis.ts';

/** One server, or two on one database and one Redis. */
export interface Nodes {
  /** Where things are written. */
  readonly near: Intranet;
  /** Where they are followed. */
  readonly far: TestServer;
  /** Lets time go by, at both up to the same moment. */
  advance(milliseconds: number): void;
  close(): Promise<void>;
}

export async function startNodes(count: number, settings: Record<string, string>): Promise<Nodes> {
  return count === 1 ? startOne(settings) : startTwo(settings);
}

async function startOne(settings: Record<string, string>): Promise<Nodes> {
  const near = await startIntranet(settings);
  near.server.app.start();
  const advance = (milliseconds: number) => near.server.clock.advance(milliseconds);
  return { near, far: near.server, advance, close: () => near.close() };
}

async function startTwo(settings: Record<string, string>): Promise<Nodes> {
  const redis = await startRedis();
  const database = await sharedDatabase();
  const shared = { ...settings, DATABASE_URL: database.url, REDIS_URL: redis.url };
  const near = await startIntranet(shared);
  const far = await startTestServer(shared);
  for (const { app } of [near.server, far]) {
    app.start();
    await until(() => app.events.log.connected);
  }
  const advance = (milliseconds: number) => {
    near.server.clock.advance(milliseconds);
    far.clock.advance(near.server.clock.now() - far.clock.now());
  };
  const close = async () => {
    await near.close();
    await far.close();
    await database.drop();
    await redis.stop();
  };
  return { near, far, advance, close };
}

async function sharedDatabase(): Promise<TestDatabase> {
  if (onPostgres) return createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'parvis-nodes-'));
  return { url: `sqlite:${join(folder, 'parvis.db')}`, drop: () => rm(folder, { recursive: true }) };
}
