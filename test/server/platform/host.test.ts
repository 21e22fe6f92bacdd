import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { HttpRequest } from '../../../server/src/platform/http/exchange.ts';
import { staticFiles } from '../../../server/src/platform/http/static-files.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

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
    const home = await server.fetch('/');
    const directory = await server.fetch('/annuaire', { redirect: 'manual' });

    assert.equal(home.status, 200);
    assert.match(await home.text(), /<parvis-/);
    assert.equal(home.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(home.headers.get('x-frame-options'), 'SAMEORIGIN');
    assert.equal(directory.status, 301);
    assert.equal(directory.headers.get('location'), '/annuaire/');
    assert.equal((await server.fetch('/annuaire/')).status, 200);
  });

  it('serves no demo intranet where none is wanted', async () => {
    const other = await startTestServer();

    assert.equal((await other.fetch('/')).status, 404);
    await other.close();
  });

  it('answers no body to HEAD, and the length that there would be', async () => {
    const response = await server.fetch('/', { method: 'HEAD' });

    assert.equal(await response.text(), '');
    assert.equal(response.status, 200);
  });
});

describe('files', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-files-'));
    await mkdir(join(folder, 'site', 'sub', 'chunks'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'site', '.env'), 'secret');
    await writeFile(join(folder, 'site', 'index.html'), '<h1>Home</h1>');
    await writeFile(join(folder, 'site', 'sub', 'a.js'), 'plain');
    await writeFile(join(folder, 'site', 'sub', 'a.js.br'), 'brotli');
    await writeFile(join(folder, 'site', 'sub', 'a.js.gz'), 'gzip');
    await writeFile(join(folder, 'site', 'sub', 'chunks', 'b-12345678.js'), 'chunk');
    await symlink(join(folder, 'secret.txt'), join(folder, 'site', 'sub', 'link.txt'));
  });
  after(() => rm(folder, { recursive: true }));

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const files = staticFiles(join(folder, 'site'), {
      headers: () => ({}),
      immutable: (file) => file.includes('chunks'),
    });
    const request: HttpRequest = {
      method: 'GET',
      path,
      search: '',
      remoteAddress: '127.0.0.1',
      header: (name) => headers[name] ?? null,
      isRepeated: () => false,
      body: () => Promise.resolve(''),
    };
    return files(request);
  };

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
  ]) {
    it(`are not found at ${path}`, async () => {
      assert.equal(await get(path), null);
    });
  }

  it('are sent as they were compressed, where the browser takes it', async () => {
    assert.equal(String((await get('/sub/a.js', { 'accept-encoding': 'gzip, br' }))!.body), 'brotli');
    assert.equal(String((await get('/sub/a.js', { 'accept-encoding': 'gzip' }))!.body), 'gzip');
    assert.equal(String((await get('/sub/a.js'))!.body), 'plain');
    assert.equal((await get('/sub/a.js', { 'accept-encoding': 'br' }))!.headers['content-encoding'], 'br');
    assert.equal((await get('/sub/a.js'))!.headers['vary'], 'Accept-Encoding');
  });

  it('are kept for ever when their name has their hash, and asked for again otherwise', async () => {
    const file = (await get('/sub/a.js'))!;

    assert.match((await get('/sub/chunks/b-12345678.js'))!.headers['cache-control']!, /immutable/);
    assert.equal(file.headers['cache-control'], 'no-cache');
    const again = (await get('/sub/a.js', { 'if-none-match': file.headers['etag']! }))!;
    assert.equal(again.status, 304);
    assert.equal(again.body, null);
  });
});
