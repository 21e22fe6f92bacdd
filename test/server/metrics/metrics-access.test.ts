import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const token = 'token-of-the-monitoring';

/** What anybody gets at an address where there is nothing. */
async function looksLikeNothing(server: TestServer, response: Response): Promise<boolean> {
  const nothing = await server.fetch('/nowhere');
  return (
    response.status === 404 &&
    (await response.text()) === (await nothing.text()) &&
    response.headers.get('content-type') === nothing.headers.get('content-type')
  );
}

describe('who may read the metrics', () => {
  it('nobody where nothing says who, since a proxy of the same machine may not say that it is one', async () => {
    const server = await startTestServer({ PARVIS_METRICS_LOCAL: '' });

    assert.ok(await looksLikeNothing(server, await server.fetch('/metrics', {}, '127.0.0.1')));
    assert.ok(await looksLikeNothing(server, await server.fetch('/metrics', {}, '::1')));
    await server.close();
  });
});

describe('who may read the metrics: where this machine may', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ PARVIS_METRICS_LOCAL: 'true' });
  });
  after(() => server.close());

  for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) {
    it(`a program of this machine, which comes from ${address}`, async () => {
      const response = await server.fetch('/metrics', {}, address);

      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type')!, /^text\/plain; version=0\.0\.4/);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.match(await response.text(), /^# TYPE parvis_operations_total counter$/m);
    });
  }

  for (const address of ['10.0.0.7', '192.168.1.1', '::ffff:10.0.0.7', '2001:db8::1', '', 'unix:']) {
    it(`nobody who comes from ${address || 'nowhere'}`, async () => {
      assert.ok(await looksLikeNothing(server, await server.fetch('/metrics', {}, address)));
    });
  }

  for (const [name, value] of Object.entries({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'social.example.org',
    'x-real-ip': '10.0.0.7',
    forwarded: 'for=10.0.0.7',
    via: '1.1 proxy',
  })) {
    it(`nobody for whom a proxy of this machine speaks by ${name}`, async () => {
      assert.ok(await looksLikeNothing(server, await server.fetch('/metrics', { headers: { [name]: value } })));
    });
  }

  it('nobody who writes, and no other address', async () => {
    assert.ok(await looksLikeNothing(server, await server.fetch('/metrics', { method: 'POST' })));
    assert.ok(await looksLikeNothing(server, await server.fetch('/metrics/')));
  });

  it('no page of another origin', async () => {
    const response = await server.fetch('/metrics', { headers: { origin: 'https://intranet.example.org' } });

    assert.equal(response.headers.get('access-control-allow-origin'), null);
  });
});

describe('who may read the metrics: with one of two tokens', () => {
  it('whoever sends either, while one takes the place of the other', async () => {
    const next = 'the-next-token-of-the-monitoring';
    const server = await startTestServer({ PARVIS_METRICS_TOKEN: `${token}, ${next}`, PARVIS_METRICS_LOCAL: '' });
    const get = (given: string) => server.fetch('/metrics', { headers: { authorization: `Bearer ${given}` } });

    for (const given of [token, next]) assert.equal((await get(given)).status, 200);
    assert.ok(await looksLikeNothing(server, await get(`${token}, ${next}`)));
    await server.close();
  });
});

describe('who may read the metrics: with a token', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ PARVIS_METRICS_TOKEN: token, PARVIS_METRICS_LOCAL: '' });
  });
  after(() => server.close());

  const get = (headers: Record<string, string>, address?: string) => server.fetch('/metrics', { headers }, address);

  it('whoever sends it, from anywhere and through a proxy', async () => {
    const authorization = `Bearer ${token}`;

    assert.equal((await get({ authorization }, '10.0.0.7')).status, 200);
    assert.equal((await get({ authorization, 'x-forwarded-for': '10.0.0.7' })).status, 200);
  });

  for (const authorization of [
    'Bearer token-of-the-monitorinG',
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    'Bearer ',
    `Basic ${token}`,
    token,
  ]) {
    it(`nobody who sends ${authorization}`, async () => {
      assert.ok(await looksLikeNothing(server, await get({ authorization })));
    });
  }

  it('nobody without it, not even on this machine', async () => {
    assert.ok(await looksLikeNothing(server, await get({})));
  });
});
