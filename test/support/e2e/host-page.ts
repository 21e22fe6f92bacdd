import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** Somebody else's intranet: a folder of files on an origin of its own. */
export interface HostSite {
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves a folder, with `change` applied to its HTML pages, as an intranet developer would edit them. */
export function serveHostSite(folder: string, change: (html: string) => string): Promise<HostSite> {
  return listen((request, response) => {
    const { pathname } = new URL(request.url!, 'http://host');
    const file = join(folder, normalize(decodeURIComponent(pathname)));
    if (!file.startsWith(folder) || !existsSync(file) || !extname(file)) return response.writeHead(404).end();
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    if (extname(file) === '.html') return response.end(change(readFileSync(file, 'utf8')));
    return createReadStream(file).pipe(response);
  });
}

/** Serves one page at every address. */
export function serveHostHtml(html: () => string): Promise<HostSite> {
  return listen((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    return response.setHeader('content-type', types['.html']!).end(html());
  });
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<HostSite> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
