// The readers of the streams benchmark, in a process of their own.
import { connect, type Socket } from 'node:net';
import { replyTo, now } from './streams-child.ts';

const atOnce = 100;
const mark = Buffer.from('event: next');

interface Reader {
  socket: Socket;
  /** Whether it was told what it follows. */
  begun: boolean;
}

const readers: Reader[] = [];
/** When each reader got the event that is awaited. */
let arrivals: number[] = [];
let arrived: (() => void) | null = null;

replyTo({
  /** Opens streams; answers once each was told what it follows. */
  async open({ port, body, count }: { port: number; body: string; count: number }) {
    let left = count;
    const some = async () => {
      while (left-- > 0) await openOne(port, body);
    };
    await Promise.all(Array.from({ length: atOnce }, some));
    return readers.length;
  },
  /** From now on arrivals are of the next event. */
  expect() {
    arrivals = [];
    return true;
  },
  /** Answers the times of arrival, once all have it. */
  async arrivals() {
    if (arrivals.length < readers.length) await new Promise<void>((resolve) => (arrived = resolve));
    return arrivals;
  },
  async close() {
    await Promise.all(
      readers.splice(0).map(({ socket }) => new Promise((resolve) => socket.on('close', resolve).destroy())),
    );
    return true;
  },
});

function openOne(port: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const reader: Reader = { socket, begun: false };
    socket.once('error', reject);
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json\r\n` +
        `accept: text/event-stream\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    socket.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf(mark); at >= 0; at = chunk.indexOf(mark, at + 1)) {
        if (reader.begun) arrivals.push(now());
        else readers.push(reader);
        reader.begun = true;
        resolve();
        if (arrivals.length === readers.length) arrived?.();
      }
    });
  });
}
