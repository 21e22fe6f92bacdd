// Real Parvis servers for widget tests: started when a test first asks for their settings, on an embedded database in
// memory with the demo's people and conversations.
import { SignJWT } from 'jose';
import { createApp } from '../../../server/src/app.ts';
import { readConfig } from '../../../server/src/config.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { seedDemo } from '../../../demo/seed/seed.ts';
import { published } from '../server/told.ts';
import { listen } from '../../../server/src/http/listen.ts';

const jwt = { issuer: 'https://sign-in.example', audience: 'parvis', secret: 'the widget tests share this secret' };

const baseSettings = {
  HOST: '127.0.0.1',
  PORT: '0',
  DATABASE_URL: 'sqlite::memory:',
  PARVIS_AUTH: 'jwt,anonymous',
  PARVIS_ANONYMOUS: 'read',
  PARVIS_JWT_ISSUER: jwt.issuer,
  PARVIS_JWT_AUDIENCE: jwt.audience,
  PARVIS_JWT_SECRET: jwt.secret,
  PARVIS_SIGN_IN_URL: 'https://sign-in.example/',
  PARVIS_RATE_LIMIT: '0',
  PARVIS_READ_LIMIT: '0',
  PARVIS_SEARCH_LIMIT: '0',
  PARVIS_PARSE_LIMIT: '0',
  PARVIS_LOG_LEVEL: 'error',
};

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function parvisServers() {
  /** @type {Map<string, Promise<{ address: string, stop(): Promise<void> }>>} */
  const servers = new Map();

  return {
    name: 'parvis-servers',
    async executeCommand({ command, payload }) {
      if (command === 'parvis-token') return token(payload);
      if (command !== 'parvis-server') return undefined;
      const settings = JSON.stringify(payload);
      const server = servers.get(settings) ?? start(payload);
      servers.set(settings, server);
      return { endpoint: new URL('/graphql', (await server).address).href };
    },
    async serverStop() {
      await Promise.all([...servers.values()].map(async (server) => (await server).stop()));
    },
  };
}

/** @param {Record<string, string>} settings */
async function start(settings) {
  const config = readConfig({ ...baseSettings, ...settings });
  const app = createApp(config);
  await migrate(app.database.db);
  await seedDemo(app, { people: 60 });
  app.start();
  // What the seed tells people of is told before a test looks.
  await published({ app });
  const listening = await listen(app.handle, config);
  return {
    address: listening.address,
    async stop() {
      app.drain();
      await listening.stop(1_000);
      await app.close();
    },
  };
}

/** @param {string} handle */
function token(handle) {
  return new SignJWT({ preferred_username: handle, name: handle })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(jwt.issuer)
    .setAudience(jwt.audience)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(jwt.secret));
}
