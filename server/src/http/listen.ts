import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on its port. */
export interface Listening {
  /** As one would type it: `http://localhost:4000`. */
  readonly address: string;
  readonly port: number;
  /** Lets the requests that are under way finish, for `grace` milliseconds, and takes no new ones. */
  stop(grace: number): Promise<void>;
}

/** In milliseconds. What comes slower than that is answered by 408, and its connection ends. */
export interface ReceivingTimeouts {
  /** Until the headers of a request are there. */
  headersTimeout: number;
  /** Until its body is there too. A phone at the edge of the network takes seconds for the longest text. */
  requestTimeout: number;
}

export const receivingTimeouts: ReceivingTimeouts = { headersTimeout: 10_000, requestTimeout: 30_000 };

export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** @throws {CannotListen} with a message that names the setting to change. */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  { host, port }: { host: string; port: number },
  timeouts: ReceivingTimeouts = receivingTimeouts,
): Promise<Listening> {
  let stopping = false;
  const underWay = new Set<ServerResponse>();
  const server = createServer(
    { ...timeouts, connectionsCheckingInterval: timeouts.headersTimeout / 5 },
    (request, response) => {
      if (stopping) endConnection(response);
      underWay.add(response);
      response.on('close', () => underWay.delete(response));
      void handle(request, response);
    },
  );
  await opened(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    address: `http://${shownHost(host)}:${actual}`,
    port: actual,
    async stop(grace) {
      stopping = true;
      for (const response of underWay) endConnection(response);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), grace);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** A connection kept alive would keep the server alive. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

function opened(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CannotListen(reason(error, host, port), { cause: error })),
    );
    server.listen(port, host, () => resolve());
  });
}

function reason(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `PORT is ${port}: another program listens there. Stop it, or set PORT to a free one.`;
    case 'EACCES':
      return `PORT is ${port}: this user may not listen there. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}: this machine has no such address.`;
    default:
      return `Cannot listen on ${host}:${port}: ${error.message}.`;
  }
}

function shownHost(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
