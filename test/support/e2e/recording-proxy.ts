import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Between one browser and a server of this machine: keeps every byte that reaches the browser. */
export class RecordingProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #answers: Buffer[] = [];

  /** Use {@link RecordingProxy.start}. */
  constructor(server: Server, target: number) {
    this.#server = server;
    server.on('connection', (browser: Socket) => {
      const answers = connect(target, '127.0.0.1');
      for (const socket of [browser, answers]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => this.#sockets.delete(socket));
      }
      answers.on('data', (bytes: Buffer) => this.#answers.push(bytes));
      browser.pipe(answers).pipe(browser);
    });
  }

  static async start(target: number): Promise<RecordingProxy> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new RecordingProxy(server, target);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** All that has come so far. Parts of a chunked answer are put together where they were cut. */
  get received(): string {
    return Buffer.concat(this.#answers)
      .toString('utf8')
      .replaceAll(/\r\n[0-9a-f]+\r\n/gi, '');
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
