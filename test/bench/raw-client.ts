import { connect, type Socket } from 'node:net';

/**
 * Sends the same POST again and again, or several in turn, over a few kept connections and only counts bytes: a client
 * that parsed answers would itself be the slowest part beside a bare server.
 */
export class RawClient {
  readonly #requests: readonly Buffer[];
  readonly #port: number;
  #sent = 0;

  constructor(port: number, path: string, ...bodies: string[]) {
    this.#port = port;
    this.#requests = bodies.map((body) =>
      Buffer.from(
        `POST ${path} HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json\r\naccept: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      ),
    );
  }

  /** The requests per second that were answered, over so many connections. */
  async run(requests: number, connections: number): Promise<number> {
    const start = performance.now();
    let left = requests;
    const take = () => left-- > 0;
    await Promise.all(Array.from({ length: connections }, () => this.#converse(take)));
    return (requests / (performance.now() - start)) * 1000;
  }

  #converse(take: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket: Socket = connect(this.#port, '127.0.0.1');
      let missing = 0;
      const next = () => {
        if (take()) socket.write(this.#requests[this.#sent++ % this.#requests.length]!);
        else socket.end(resolve);
      };
      socket.setNoDelay(true).on('error', reject).on('connect', next);
      socket.on('data', (chunk: Buffer) => {
        missing = missing === 0 ? answerLength(chunk) - chunk.length : missing - chunk.length;
        if (missing === 0) next();
      });
    });
  }
}

/** The length of an answer, from its first bytes, which hold its head. */
function answerLength(chunk: Buffer): number {
  const head = chunk.indexOf('\r\n\r\n');
  const text = chunk.toString('latin1', 0, head);
  if (!text.startsWith('HTTP/1.1 200')) throw new Error(`Not answered: ${text}`);
  return head + 4 + Number(/content-length: (\d+)/i.exec(text)![1]);
}
