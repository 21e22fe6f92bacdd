import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const listed = 'https://intranet.example.org';
const foreign = 'https://evil.example';
const body = JSON.stringify({ query: '{ settings { editWindow } }' });

describe('pages of other origins', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ PARVIS_ORIGINS: `${listed}, http://wiki.example.org:8080/` });
  });
  after(() => server.close());

  const post = (headers: Record<string, string>, content = body) =>
    server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: content,
    });
  const preflight = (origin: string, asked = 'authorization,content-type') =>
    server.fetch('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': asked,
      },
    });

  it('may call when they are listed, with a token and with cookies', async () => {
    const response = await preflight(listed);

    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), listed);
    assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
    assert.match(response.headers.get('access-control-allow-headers')!, /Authorization.*Content-Type/);
    assert.equal((await post({ origin: listed })).headers.get('access-control-allow-origin'), listed);
    assert.equal((await post({ origin: 'http://wiki.example.org:8080' })).status, 200);
  });

  it('read the error of a listed origin too', async () => {
    const response = await post({ origin: listed }, 'no json');

    assert.equal(response.status, 400);
    assert.equal(response.headers.get('access-control-allow-origin'), listed);
  });

  for (const origin of [foreign, 'null', 'http://intranet.example.org', `${listed}.evil.example`, `${listed}:444`]) {
    it(`get no answer at ${origin}, but why`, async () => {
      const response = await post({ origin });

      assert.equal((await preflight(origin)).headers.get('access-control-allow-origin'), origin);
      assert.equal(response.headers.get('access-control-allow-origin'), origin);
      assert.equal(response.headers.get('access-control-expose-headers'), null);
      assert.equal(response.status, 403);
      const { data, errors } = await response.json();
      assert.equal(data, undefined);
      assert.equal(errors[0].extensions.code, 'BLOCKED');
      assert.match(errors[0].message, /PARVIS_ORIGINS/);
    });

    for (const [what, content] of [
      [
        'a mutation',
        'mutation { setLocked(input: {idempotencyKey: "12345678", subjectId: "x", locked: true}) { userErrors { code } } }',
      ],
      ['the schema', '{ __schema { types { name } } }'],
      ['no GraphQL', '}{'],
    ] as const) {
      it(`learn no more at ${origin} by ${what}`, async () => {
        const texts = await Promise.all(
          [JSON.stringify({ query: content }), JSON.stringify([{ query: content }]), content].map(async (sent) =>
            (await post({ origin, cookie: 'parvis_persona=root' }, sent)).text(),
          ),
        );
        const stream = await post({ origin, accept: 'text/event-stream' }, JSON.stringify({ query: content }));

        assert.deepEqual(new Set([...texts, await stream.text()]).size, 1);
      });
    }
  }

  it('may add headers of their own to every request that they send', async () => {
    for (const [asked, allowed] of [
      ['authorization,content-type,x-csrf-token', 'x-csrf-token'],
      ['X-Requested-With, traceparent , sentry-trace', 'traceparent'],
    ]) {
      const { headers } = await preflight(listed, asked);

      const names = headers.get('access-control-allow-headers')!.toLowerCase().split(', ');
      assert.ok(names.includes(allowed!), names.join());
      assert.ok(names.includes('x-parvis-viewer'));
      assert.match(headers.get('vary')!, /Access-Control-Request-Headers/);
      assert.equal((await post({ origin: listed, [allowed!]: 'x' })).status, 200);
    }
  });

  it('get no header that is none', async () => {
    const asked = `a b, x-<script>, ${'x'.repeat(5_000)}, é, "quoted", ok`;

    const { headers } = await preflight(listed, asked);

    assert.equal(
      headers.get('access-control-allow-headers'),
      'Authorization, Content-Type, X-Parvis-Client, X-Parvis-Viewer, ok',
    );
  });

  it('are kept apart by caches', async () => {
    assert.match((await post({ origin: listed })).headers.get('vary')!, /Origin/);
    assert.match((await post({})).headers.get('vary')!, /Origin/);
  });

  it('may be our own', async () => {
    assert.equal((await post({ origin: 'http://social.example.org' })).status, 200);
  });

  it('cannot write by a form, an image or a beacon: those need no permission', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/graphql',
      '',
    ]) {
      const response = await post({ 'content-type': type });

      assert.equal(response.status, 415, type);
    }
    const mutation = encodeURIComponent(
      'mutation { setLocked(input: {idempotencyKey: "12345678", subjectId: "x", locked: true}) { userErrors { code } } }',
    );
    assert.equal((await server.fetch(`/graphql?query=${mutation}`)).status, 405);
  });

  it('may load the widgets, whoever they are', async () => {
    const { address } = await server.listen();
    const response = await fetch(`${address}/parvis.js`, { headers: { origin: foreign } });

    // Without a build there is no file, and a 404 needs no permission.
    if (response.status === 200) assert.equal(response.headers.get('access-control-allow-origin'), '*');
    else assert.match(await response.text(), /npm run build/);
  });
});
