import { glob, readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { serve } from '../main.ts';
import { shippedFolder } from '../platform/shipped-folder.ts';
import { settings } from '../settings.ts';
import { fill } from './seed.ts';
import { print } from './terminal.ts';

const site = shippedFolder('demo/site', 'demo/site');

export async function demo(): Promise<void> {
  const config = readConfig(await demoSettings(process.env));
  await serve(config, {
    prepare: async (app) => {
      await fill(app);
    },
    announce: ({ address }) => void announce(address),
  });
}

/** The settings of a demonstration on this machine. */
async function demoSettings(environment: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const wanted = environment['PORT']?.trim() || settings.port.default!;
  // The pages' origin contains the port, so it must be known before the server listens.
  const port = wanted === '0' ? String(await freePort()) : wanted;
  return {
    PARVIS_DEMO: 'true',
    PARVIS_AUTH: 'demo,anonymous',
    PARVIS_ANONYMOUS: 'read',
    PARVIS_DEMO_PERSONA: 'emma.rousseau',
    PARVIS_ORIGINS: `http://localhost:${port},http://127.0.0.1:${port}`,
    PARVIS_LOG_LEVEL: 'warn',
    ...environment,
    PORT: port,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Prints the address of the demo intranet and of each of its pages. */
async function announce(address: string): Promise<void> {
  const pages: { path: string; title: string }[] = [];
  for await (const file of glob('**/index.html', { cwd: site })) {
    const path = file.replaceAll('\\', '/').replace(/index\.html$/, '');
    pages.push({ path, title: titleOf(await readFile(join(site, file), 'utf8')) });
  }
  pages.sort((a, b) => a.path.length - b.path.length);
  const width = Math.max(...pages.map(({ path }) => path.length));
  const lines = pages.map(({ path, title }) => `  ${address}/${path.padEnd(width)}  ${title}\n`);
  print(
    `\nThe demo intranet is open:\n\n${lines.join('')}\nChoose who you are: ${address}/demo/sign-in\nStop with Ctrl+C.\n`,
  );
}

function titleOf(page: string): string {
  return /<title>([^<]*)<\/title>/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
}
