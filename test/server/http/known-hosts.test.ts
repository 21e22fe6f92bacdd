import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const query = JSON.stringify({ query: '{ settings { editWindow } }' });

describe('the hosts that a server answers for', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({
      PARVIS_HOSTS: 'Social.example.org, intranet.example.org:8443, café.example.org',
      PARVIS_DEMO: 'true',
    });
  });
  after(() => server.close());

  const ask = (host: string, path = '/graphql') =>
    server.fetch(path, {
      ...(path === '/graphql' && { method: 'POST', body: query }),
      headers: { host, 'content-type': 'application/json' },
    });

  for (const host of [
    'social.example.org',
    'SOCIAL.example.org',
    'social.example.org.',
    'social.example.org:4000',
    'intranet.example.org:8443',
    'xn--caf-dma.example.org',
    'localhost',
    'localhost:4000',
    '127.0.0.1:4000',
    '10.1.2.3',
    '[::1]:4000',
    '[2001:db8::7]',
  ]) {
    it(`are those of the list, addresses and this machine: ${host}`, async () => {
      assert.equal((await ask(host)).status, 200);
    });
  }

  for (const host of [
    'evil.example',
    'social.example.org.evil.example',
    'evil-social.example.org',
    'intranet.example.org',
    'intranet.example.org:9443',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '[::1].evil.example',
    'social.example.org@evil.example',
    '*',
  ]) {
    it(`are no others: ${host}`, async () => {
      for (const path of ['/graphql', '/', '/parvis.js', '/metrics', '/demo/sign-in']) {
        const response = await ask(host, path);

        assert.equal(response.status, 421, path);
        assert.match(await response.text(), /^This server has another name\./);
      }
    });
  }

  it('does not matter to health checks', async () => {
    assert.equal((await ask('parvis-1', '/healthz')).status, 200);
    assert.equal((await ask('parvis-1', '/readyz')).status, 200);
  });

  it('are told in the log where a request is for another, once an hour', async () => {
    const other = await startTestServer({ PARVIS_HOSTS: 'social.example.org' });
    const wrong = () => other.fetch('/', { headers: { host: 'social' } });

    await wrong();
    await wrong();
    other.clock.advance(61 * 60_000);
    await wrong();

    const warnings = other.logged.filter(({ host }) => host === 'social');
    assert.equal(warnings.length, 2);
    assert.match(warnings[0]!.msg, /not in PARVIS_HOSTS/);
    assert.deepEqual(warnings[0]!.expected, ['social.example.org']);
    await other.close();
  });

  it('are all where none is listed', async () => {
    const open = await startTestServer();

    assert.equal((await open.fetch('/healthz', { headers: { host: 'anything.example' } })).status, 200);
    assert.equal((await open.fetch('/demo', { headers: { host: 'anything.example' } })).status, 404);
    await open.close();
  });
});
