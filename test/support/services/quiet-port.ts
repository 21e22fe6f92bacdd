import { createServer } from 'node:net';

/** Where the systems that we know take the ports of outgoing connections from, they begin above. */
const lowest = 12_000;
const highest = 32_000;

/**
 * A port that is free now, and that the system gives to nobody while its server is dead: a client that knocks there
 * again and again would one day be given the very port that it knocks at, and be connected to itself.
 */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
