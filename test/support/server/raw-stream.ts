import { connect, type Socket } from 'node:net';
import { until } from './until.ts';

/** An event stream over a socket of its own, of which one can stop to read. Keeps the cursors of what it got alone. */
export class RawStream {
  readonly socket: Socket;
  /** The cursors of its events, in their order. */
  readonly cursors: string[] = [];
  readonly resyncs: string[] = [];
  bytes = 0;
  isClosed = false;
  isComplete = false;
  #rest = '';

  constructor(port: number, body: string, headers = '') {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('error', () => undefined).on('close', () => (this.isClosed = true));
    this.socket.on('data', (chunk: Buffer) => this.#take(chunk));
    this.socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json\r\naccept: text/event-stream\r\n` +
        `${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }

  /** Waits until it is told what it follows. */
  async begun(): Promise<this> {
    await until(() => this.cursors.length > 0);
    return this;
  }

  #take(chunk: Buffer): void {
    this.bytes += chunk.length;
    const blocks = (this.#rest + chunk.toString('latin1')).split('\n\n');
    this.#rest = blocks.pop()!;
    for (const block of blocks) {
      const cursor = copied(/^id: (.*)$/m.exec(block)?.[1]);
      if (block.includes('"Resync"')) this.resyncs.push(cursor!);
      else if (cursor) this.cursors.push(cursor);
      if (block.includes('event: complete')) this.isComplete = true;
    }
  }
}

/** A part of a string keeps all of it in memory. */
function copied(text: string | undefined): string | undefined {
  return text && Buffer.from(text).toString();
}
