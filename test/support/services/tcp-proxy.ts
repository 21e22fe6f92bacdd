import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** Which way bytes go: `requests` to the target, `answers` from it. */
type Direction = 'requests' | 'answers';

interface Pair {
  client: Socket;
  target: Socket;
}

/**
 * A network that can be made to fail, between clients and one or several servers of this machine. With several, new
 * connections go to each in turn, and past those that cannot be reached.
 */
export class TcpProxy {
  /** Ports to forward to; may be changed at any time, for connections to come. */
  targets: readonly number[];
  /** How long each piece of up to 64 KB waits before it goes on, in milliseconds. */
  delay = 0;
  /** How many connections came so far. */
  accepted = 0;
  readonly port: number;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  /** Connections that came, and have not reached their target yet. */
  readonly #coming = new Set<Socket>();
  readonly #stalled = new Map<Direction, { until: Promise<void>; resume: () => void }>();
  #turn = 0;

  /** Use {@link TcpProxy.start}. */
  constructor(server: Server, targets: readonly number[]) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    this.targets = targets;
    server.on('connection', (client: Socket) => void this.#accept(client));
  }

  /** Listens on a port that is free. */
  static async start(...targets: number[]): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new TcpProxy(server, targets);
  }

  /** The address of what is behind it, for HTTP. */
  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** How many connections are open now. */
  get open(): number {
    return this.#pairs.size;
  }

  /** Cuts all connections: both sides see an end (FIN) or a reset (RST). Answers how many there were. */
  cut(how: 'end' | 'reset'): number {
    const pairs = [...this.#pairs];
    for (const socket of [...this.#coming, ...pairs.flatMap(({ client, target }) => [client, target])]) {
      if (how === 'reset') reset(socket);
      else socket.destroySoon();
    }
    return this.#coming.size + pairs.length;
  }

  /** Refuses new connections until {@link listen}; those that are open stay. */
  refuse(): void {
    this.#server.close();
  }

  async listen(): Promise<void> {
    await once(this.#server.listen(this.port, '127.0.0.1'), 'listening');
  }

  /** Stops reading what goes these ways, on all connections and new ones, until {@link resume}. */
  stall(...directions: Direction[]): void {
    for (const direction of directions) {
      let resume!: () => void;
      const until = new Promise<void>((resolve) => (resume = resolve));
      if (!this.#stalled.has(direction)) this.#stalled.set(direction, { until, resume });
    }
  }

  resume(): void {
    for (const { resume } of this.#stalled.values()) resume();
    this.#stalled.clear();
  }

  close(): void {
    this.#server.close();
    this.resume();
    this.cut('reset');
  }

  async #accept(client: Socket): Promise<void> {
    this.accepted += 1;
    client.on('error', () => {});
    this.#coming.add(client);
    const target = await this.#reach();
    this.#coming.delete(client);
    if (!target || client.destroyed) {
      client.destroy();
      target?.destroy();
      return;
    }
    const pair = { client, target };
    this.#pairs.add(pair);
    for (const [from, to, direction] of [
      [client, target, 'requests'],
      [target, client, 'answers'],
    ] as const) {
      from.pipe(this.#passage(direction)).pipe(to);
      // Whatever ends one side ends the other, the same way.
      from.on('error', () => reset(to));
      from.on('close', () => {
        this.#pairs.delete(pair);
        to.destroySoon();
      });
    }
  }

  /** A connection to the target whose turn it is, or to the next one that can be reached. */
  async #reach(): Promise<Socket | undefined> {
    const { targets } = this;
    const first = this.#turn++;
    for (let index = 0; index < targets.length; index += 1) {
      const port = targets[(first + index) % targets.length]!;
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
      const reached = await once(socket, 'connect').then(
        () => true,
        () => false,
      );
      if (reached) return socket.on('error', () => {});
      socket.destroy();
    }
    return undefined;
  }

  /** Lets bytes through, after the delay and once nothing is stalled. */
  #passage(direction: Direction): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, pass) => {
        void this.#hold(direction).then(() => pass(null, chunk));
      },
    });
  }

  async #hold(direction: Direction): Promise<void> {
    if (this.delay) await new Promise((resolve) => setTimeout(resolve, this.delay));
    await this.#stalled.get(direction)?.until;
  }
}

function reset(socket: Socket): void {
  // A reset of a socket that is being shut down never ends, and lets the process turn for ever.
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
