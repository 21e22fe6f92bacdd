import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** Where the built pages of a project are, whichever project it is. */
export interface Site {
  readonly origin: string;
  show: (folder: string) => void;
  stop: () => Promise<void>;
}

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

export async function openSite(): Promise<Site> {
  let root = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://site');
    const file = join(root, normalize(pathname === '/' ? '/index.html' : pathname));
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    return response.setHeader('content-type', types[extname(file)] ?? 'text/plain').end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: (folder) => (root = folder),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
