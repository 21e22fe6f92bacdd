import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { selfSignedCertificate } from './certificate.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Where the modules of a page are. */
const folders = { '/core/': fromRoot('packages/core/dist'), '/modules/': fromRoot('node_modules') };

/** Where modules find what they name without a path, as the build gives it to them. */
export const importMap = {
  imports: {
    graphql: '/core/graphql/graphql-shim.js',
    'graphql-request': '/modules/graphql-request/build/entrypoints/main.js',
    'eventsource-parser': '/modules/eventsource-parser/dist/index.js',
  },
};

/** Host names that browsers are told to find on this machine; over http, neither is a secure context. */
export const hosts = { intranet: 'intranet.test', social: 'social.test' };

/** Event streams that go through. */
export interface Streams {
  /** Now. */
  open: number;
  /** So far. */
  opened: number;
  /** Whether an answer is kept back until all of it is there, as some proxies do. */
  gathered: boolean;
}

/** An intranet, and Parvis on an origin of its own, both over https or both over plain http. */
export interface TabSite {
  readonly intranet: string;
  readonly social: string;
  readonly streams: Streams;
  /** Cuts all connections to Parvis. */
  cut(): void;
  stop(): Promise<void>;
}

export interface TabSiteOptions {
  secure: boolean;
  /** The page of the intranet. */
  html: () => string;
  /** Where Parvis listens. */
  parvis: () => string;
}

/** Serves both; the intranet has the modules of core, as they are compiled, and what they need, and a page without them at `/plain`. */
export async function serveTabSite({ secure, html, parvis }: TabSiteOptions): Promise<TabSite> {
  const streams = { open: 0, opened: 0, gathered: false };
  const certificate = secure && selfSignedCertificate(...Object.values(hosts));
  const listen = async (answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<Server> => {
    const server = certificate ? createSecureServer(certificate, answer) : createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  };
  const intranet = await listen((request, response) => serveIntranet(request, response, html));
  const social = await listen((request, response) => pass(request, response, parvis(), streams));
  const address = (host: string, server: Server) =>
    `${secure ? 'https' : 'http'}://${host}:${(server.address() as AddressInfo).port}`;
  return {
    intranet: address(hosts.intranet, intranet),
    social: address(hosts.social, social),
    streams,
    cut: () => social.closeAllConnections(),
    async stop() {
      for (const server of [intranet, social]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function serveIntranet(request: IncomingMessage, response: ServerResponse, html: () => string): unknown {
  const { pathname } = new URL(request.url!, 'http://host');
  if (pathname === '/favicon.ico') return response.writeHead(204).end();
  const [prefix, folder] = Object.entries(folders).find(([start]) => pathname.startsWith(start)) ?? [];
  if (!prefix || !folder) {
    const page = pathname === '/plain' ? '<!doctype html><title>Intranet</title>' : html();
    return response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  }
  const file = join(folder, normalize(pathname.slice(prefix.length - 1)));
  if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
  return response.setHeader('content-type', 'text/javascript').end(readFileSync(file));
}

/** What a reverse proxy does. */
function pass(request: IncomingMessage, response: ServerResponse, target: string, streams: Streams): void {
  const { method, headers } = request;
  const onward = httpRequest(new URL(request.url!, target), { method, headers }, (answer) => {
    if (answer.headers['content-type']?.startsWith('text/event-stream')) {
      streams.open += 1;
      streams.opened += 1;
      response.once('close', () => (streams.open -= 1));
    }
    answer.on('error', () => response.destroy());
    response.writeHead(answer.statusCode!, answer.headers);
    if (streams.gathered) return void gather(answer, response);
    response.flushHeaders();
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

async function gather(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const all = await answer.toArray().catch(() => []);
  response.end(Buffer.concat(all as Buffer[]));
}
