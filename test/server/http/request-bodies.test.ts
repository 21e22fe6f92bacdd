import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { BodyPool } from '../../../server/src/http/body-pool.ts';
import { listen, type Listening } from '../../../server/src/http/listen.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';

const valid = JSON.stringify({ query: '{ settings { editWindow } }' });

/** A request over a socket of its own, of which each byte can be waited with. */
class Slow {
  readonly socket: Socket;
  answer = '';
  isClosed = false;

  constructor(port: number, headers: string) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('data', (chunk: Buffer) => (this.answer += chunk.toString('latin1')));
    this.socket.on('close', () => (this.isClosed = true)).on('error', () => undefined);
    this.socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${headers}\r\n\r\n`,
    );
  }

  get status(): number {
    return Number(/^HTTP\/1\.1 (\d+)/.exec(this.answer)?.[1]);
  }
}

describe('the body of a request', () => {
  let server: TestServer;
  let listening: Listening;
  before(async () => {
    server = await startTestServer();
    const timeouts = { headersTimeout: 500, requestTimeout: 1_000 };
    listening = await listen(
      (request, response) => server.app.handle(request, response),
      { host: '127.0.0.1', port: 0 },
      timeouts,
    );
  });
  after(async () => {
    await listening.stop(100);
    await server.close();
  });

  it('may come in as many pieces as it has bytes', async () => {
    const slow = new Slow(listening.port, `content-length: ${valid.length}`);
    slow.socket.setNoDelay(true);
    for (const byte of valid) slow.socket.write(byte);

    await until(() => slow.answer.includes('editWindow'));
    assert.equal(slow.status, 200);
    slow.socket.destroy();
  });

  it('is not waited for when it does not come', async () => {
    const slow = new Slow(listening.port, 'content-length: 100');
    slow.socket.write('{"query":');

    await until(() => slow.isClosed);
    assert.equal(slow.status, 408);
  });

  it('is not read where it is too long, whether it says so or not', async () => {
    const said = new Slow(listening.port, 'content-length: 400000');
    const unsaid = new Slow(listening.port, 'transfer-encoding: chunked');
    const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`;
    for (let sent = 0; sent < 25; sent += 1) unsaid.socket.write(chunk);

    await until(() => said.status === 413 && unsaid.status === 413);
    for (const { socket } of [said, unsaid]) socket.destroy();
  });

  it('is no error of the server when its sender goes away', async () => {
    const slow = new Slow(listening.port, 'content-length: 100');
    slow.socket.write('{"query":');
    await until(() => slow.socket.bytesWritten > 100);
    slow.socket.destroy();

    await until(() => slow.isClosed);
    assert.equal((await server.signedOut.post(valid)).status, 200);
    assert.deepEqual(server.logged, []);
  });
});

describe('all bodies that are on their way', () => {
  it('have room together, and those of one address a part of it', () => {
    const pool = new BodyPool({ total: 100, perAddress: 40 });
    pool.take('mallory', 40);

    assert.throws(() => pool.take('mallory', 1), { status: 503 });
    pool.take('ana', 40);
    assert.throws(() => pool.take('bob', 21), { status: 503 });
    pool.giveBack('mallory', 40);
    pool.take('bob', 40);
    pool.giveBack('bob', 40);
    pool.giveBack('ana', 40);
    assert.equal(pool.held, 0);
  });
});
