import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { type IncomingHttpHeaders, request } from 'node:http';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { listen, type Listening } from '../../../server/src/http/listen.ts';
import { staticFiles } from '../../../server/src/http/static-files.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';

interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends a path and headers as they are written, which `fetch` would tidy. */
function askAt(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Received> {
  return new Promise((resolve, reject) =>
    request({ port, host: '127.0.0.1', path, headers, method }, (response) => {
      let body = '';
      response.on('data', (piece: Buffer) => (body += String(piece)));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end(),
  );
}

describe('the host', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ PARVIS_DEMO: 'true' });
  });
  after(() => server.close());

  it('says that it lives, and that it is ready until it is about to stop', async () => {
    const other = await startTestServer();
    assert.equal((await other.fetch('/healthz')).status, 200);
    assert.equal((await other.fetch('/readyz')).status, 200);

    other.app.drain();

    assert.equal((await other.fetch('/healthz')).status, 200);
    assert.equal((await other.fetch('/readyz')).status, 503);
    await other.close();
  });

  it('is not ready without its database', async () => {
    const other = await startTestServer();
    await other.close();

    assert.equal((await other.fetch('/readyz')).status, 503);
  });

  it('serves the demo intranet, folders by their index, with headers that keep it to itself', async () => {
    const { address } = await server.listen();
    const home = await fetch(`${address}/`);
    const directory = await fetch(`${address}/annuaire?q=a`, { redirect: 'manual' });

    assert.equal(home.status, 200);
    assert.match(await home.text(), /<parvis-/);
    assert.equal(home.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(home.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(home.headers.get('x-frame-options'), 'SAMEORIGIN');
    assert.equal(directory.status, 301);
    assert.equal(directory.headers.get('location'), '/annuaire/?q=a');
    assert.equal((await fetch(`${address}/annuaire/`)).status, 200);
  });

  it('serves no demo intranet where none is wanted', async () => {
    const other = await startTestServer();

    assert.equal((await fetch(`${(await other.listen()).address}/`)).status, 404);
    await other.close();
  });

  it('answers no body to HEAD, and the length that there would be', async () => {
    const { address } = await server.listen();
    const response = await fetch(`${address}/`, { method: 'HEAD' });

    assert.equal(await response.text(), '');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-length'), `${(await (await fetch(`${address}/`)).bytes()).length}`);
  });

  it('counts files by the status that they were answered with', async () => {
    const { port } = await server.listen();
    const read = async () => (await server.fetch('/metrics')).text();
    const count = (metrics: string, status: number) =>
      Number(
        new RegExp(`parvis_http_requests_total\\{route="files",status="${status}"\\} (\\d+)`).exec(metrics)?.[1] ?? 0,
      );
    const before = await read();

    const home = await askAt(port, '/');
    await askAt(port, '/', { 'if-none-match': home.headers.etag! });
    await askAt(port, '/nowhere');
    await askAt(port, '/', { range: 'bytes=0-9' });

    await until(async () => {
      const after = await read();
      return [200, 206, 304, 404].every((status) => count(after, status) - count(before, status) === 1);
    });
  });

  it('answers files for the hosts of the list alone', async () => {
    const other = await startTestServer({ PARVIS_DEMO: 'true', PARVIS_HOSTS: 'social.example.org' });
    const { port } = await other.listen();
    assert.equal((await askAt(port, '/', { host: 'social.example.org' })).status, 200);
    assert.equal((await askAt(port, '/', { host: 'evil.example' })).status, 421);
    await other.close();
  });
});

describe('files', () => {
  let folder: string;
  let listening: Listening;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-files-'));
    await mkdir(join(folder, 'site', 'sub', 'chunks'), { recursive: true });
    await mkdir(join(folder, 'site', 'pages'));
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'site', '.env'), 'secret');
    await writeFile(join(folder, 'site', 'index.html'), '<h1>Home</h1>');
    await writeFile(join(folder, 'site', 'pages', 'index.html'), '<h1>Pages</h1>');
    await writeFile(join(folder, 'site', 'large.svg'), 'x'.repeat(3_000_000));
    await writeFile(join(folder, 'site', 'hashed.js'), 'version 1');
    await writeFile(join(folder, 'site', 'sub', 'a.js'), 'plain');
    await writeFile(join(folder, 'site', 'sub', 'a.js.br'), 'brotli');
    await writeFile(join(folder, 'site', 'sub', 'a.js.gz'), 'gzip');
    await writeFile(join(folder, 'site', 'sub', 'chunks', 'b-12345678.js'), 'chunk');
    const files = staticFiles(join(folder, 'site'), {
      headers: (file) => ({ 'x-file': file }),
      immutable: (file) => file.includes('chunks'),
      hashed: ['/hashed.js'],
    });
    listening = await listen(
      async (request, response) => {
        if ((await files(request, response)) === null) response.writeHead(404).end('nothing');
      },
      { host: '127.0.0.1', port: 0 },
    );
  });
  after(async () => {
    await listening.stop(0);
    await rm(folder, { recursive: true });
  });

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    askAt(listening.port, path, headers, method);

  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/sub/..%2f..%2fsecret.txt',
    '/sub/%5c..%5c..%5csecret.txt',
    '/.env',
    '/sub/../../secret.txt',
    '/%00',
    '/%',
    '//etc/passwd',
    '/sub',
    '/sub/',
    '/index.html/',
    `/${'a'.repeat(5_000)}`,
  ]) {
    it(`are not found at ${path.slice(0, 50)}`, async () => {
      assert.deepEqual(((answer) => [answer.status, answer.body])(await ask(path)), [404, 'nothing']);
    });
  }

  it('are only read', async () => {
    assert.equal((await ask('/sub/a.js', {}, 'POST')).status, 404);
    assert.equal((await ask('/sub/a.js', {}, 'HEAD')).headers['content-length'], '5');
  });

  it('are sent as they were compressed, where the browser takes it', async () => {
    const brotli = await ask('/sub/a.js', { 'accept-encoding': 'gzip, br' });

    assert.equal(brotli.body, 'brotli');
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.equal(brotli.headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal((await ask('/sub/a.js', { 'accept-encoding': 'gzip' })).body, 'gzip');
    const plain = await ask('/sub/a.js');
    assert.equal(plain.body, 'plain');
    assert.equal(plain.headers['vary'], 'Accept-Encoding');
    assert.equal(plain.headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal((await ask('/hashed.js', { 'accept-encoding': 'br' })).body, 'version 1');
  });

  it('are kept for ever when their name has their hash, and asked for again otherwise', async () => {
    const file = await ask('/sub/a.js');

    assert.match(String((await ask('/sub/chunks/b-12345678.js')).headers['cache-control']), /immutable/);
    assert.equal(file.headers['cache-control'], 'no-cache');
    const again = await ask('/sub/a.js', { 'if-none-match': String(file.headers['etag']) });
    assert.equal(again.status, 304);
    assert.equal(again.body, '');
    const packed = await ask('/sub/a.js', { 'accept-encoding': 'br', 'if-none-match': String(file.headers['etag']) });
    assert.equal(packed.status, 200);
  });

  it('are known by what is in them where two versions have one size and one time', async () => {
    const path = join(folder, 'site', 'hashed.js');
    await utimes(path, 1, 1);
    const { etag } = (await ask('/hashed.js')).headers;
    assert.equal((await ask('/hashed.js', { 'if-none-match': String(etag) })).status, 304);

    await writeFile(path, 'version 2');
    await utimes(path, 1, 1);

    const changed = await ask('/hashed.js', { 'if-none-match': String(etag) });
    assert.deepEqual([changed.status, changed.body], [200, 'version 2']);
    const date = { 'if-modified-since': new Date().toUTCString() };
    assert.equal((await ask('/hashed.js', date)).status, 200);
  });

  it('lead from a folder to its page, within this host', async () => {
    for (const path of ['/pages?a=1', '//pages?a=1', '/%70ages?a=1']) {
      const answer = await ask(path);
      assert.deepEqual([answer.status, answer.headers['location']], [301, '/pages/?a=1'], path);
    }
    const page = await ask('/pages/');
    assert.equal(page.body, '<h1>Pages</h1>');
    assert.equal(page.headers['x-file'], '/pages/index.html');
  });

  for (const [range, status, body] of [
    ['bytes=0-1', 206, 'pl'],
    ['bytes=0-0', 206, 'p'],
    ['bytes=-2', 206, 'in'],
    ['bytes=3-900', 206, 'in'],
    ['bytes=9-', 416, ''],
    ['bytes=3-1', 416, ''],
    ['bytes=0-0,2-3', 200, 'plain'],
    ['lines=1-2', 200, 'plain'],
  ] as const) {
    it(`are sent in part: ${range}`, async () => {
      const answer = await ask('/sub/a.js', { range });

      assert.deepEqual([answer.status, answer.body], [status, body]);
    });
  }

  it('are closed again where a reader leaves', { skip: process.platform !== 'linux' }, async () => {
    const open = () => readdirSync('/proc/self/fd').length;
    const before = open();

    for (let reader = 0; reader < 20; reader += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(listening.port, '127.0.0.1', () =>
          socket.write('GET /large.svg HTTP/1.1\r\nHost: a\r\n\r\n'),
        );
        socket.once('data', () => socket.destroy()).once('close', () => resolve());
      });
    }

    await until(() => open() <= before + 2);
  });
});
