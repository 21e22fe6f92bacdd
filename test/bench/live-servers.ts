import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { startPostgres } from '../support/services/postgres.ts';
import { startRedis } from '../support/services/redis.ts';

export interface LiveServers {
  readonly addresses: readonly string[];
  readonly database: string;
  stop(): Promise<void>;
}

/** One server on SQLite; or several on one PostgreSQL, durable as in production, and one Redis. */
export async function startLive(nodes: number): Promise<LiveServers> {
  const settings = { PARVIS_RATE_LIMIT: '0' };
  if (nodes === 1) {
    const parvis = await startParvis({ settings });
    return { addresses: [parvis.address], database: 'SQLite', stop: () => parvis.stop() };
  }
  const services = await Promise.all([startPostgres({ durable: true }), startRedis()]);
  const [DATABASE_URL, REDIS_URL] = services.map(({ url }) => url) as [string, string];
  const servers: ParvisProcess[] = [];
  for (let i = 0; i < nodes; i += 1) {
    const people = i ? 0 : 150;
    servers.push(await startParvis({ settings: { ...settings, DATABASE_URL, REDIS_URL }, people }));
  }
  return {
    addresses: servers.map(({ address }) => address),
    database: 'PostgreSQL and Redis',
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}
