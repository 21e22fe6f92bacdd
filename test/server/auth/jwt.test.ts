import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const secret = 'a secret of more than thirty-two characters';
const issuer = 'https://login.example.org';
const audience = 'parvis';
const query = '{ viewer { person { handle name } } }';

const settings = {
  PARVIS_AUTH: 'jwt,anonymous',
  PARVIS_JWT_ISSUER: issuer,
  PARVIS_JWT_AUDIENCE: audience,
  PARVIS_SIGN_IN_URL: 'https://login.example.org/start',
};

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('sign-in by a token', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ ...settings, PARVIS_JWT_SECRET: secret, PARVIS_JWT_EMAIL_TRUSTED: 'true' });
    await addPeople(server, {
      jane: { name: 'Jane Doe', email: 'jane@example.org' },
      john: { name: 'John Doe' },
      jim: { name: 'Jim Doe' },
    });
  });
  after(() => server.close());

  const inSeconds = (seconds: number) => Math.floor(server.clock.now() / 1000) + seconds;
  const claims = (changes: JWTPayload = {}): JWTPayload => ({
    preferred_username: 'jim',
    iss: issuer,
    aud: audience,
    exp: inSeconds(300),
    ...changes,
  });
  const sign = (payload: JWTPayload, key: string = secret, alg = 'HS256') =>
    new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));
  const ask = async (token: string | null, of = server, more: Record<string, string> = {}) => {
    const bearer = token !== null && { authorization: `Bearer ${token}` };
    const headers = { 'content-type': 'application/json', ...bearer, ...more };
    const response = await of.fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
    return { status: response.status, ...(await response.json()) };
  };
  const assertRefused = async (token: string) => {
    const { status, data, errors } = await ask(token);
    assert.equal(status, 401);
    assert.equal(data, undefined);
    assert.equal(errors[0].extensions.code, 'UNAUTHENTICATED');
    assert.equal(errors[0].extensions.signInUrl, 'https://login.example.org/start');
  };

  it('knows a person by handle', async () => {
    assert.equal((await ask(await sign(claims()))).data.viewer.person.handle, 'jim');
  });

  it('goes on while one secret takes the place of another, and ends with it', async () => {
    const next = 'the next secret that has as many characters';
    const start = (secrets: string) => startTestServer({ ...settings, PARVIS_JWT_SECRET: secrets });
    const servers = await Promise.all([`${secret}`, `${secret}, ${next}`, `${next},${secret}`, next].map(start));
    for (const one of servers) await addPeople(one, { jim: { name: 'Jim Doe' } });
    const [before, after] = [await sign(claims()), await sign(claims(), next)];
    const other = await sign(claims(), 'one that nobody has given to this server');
    const late = await sign(claims({ exp: inSeconds(-300) }), next);

    const statuses = async (token: string) =>
      Promise.all(servers.map(async (one) => (await ask(token, one)).status as number));

    assert.deepEqual(await statuses(before), [200, 200, 200, 401]);
    assert.deepEqual(await statuses(after), [401, 200, 200, 200]);
    assert.deepEqual(await statuses(other), [401, 401, 401, 401]);
    assert.deepEqual(await statuses(late), [401, 401, 401, 401]);
    for (const one of servers) await one.close();
  });

  it('takes a request from nobody but the person whom it names', async () => {
    const jim = await sign(claims());
    const id = toGlobalId('Person', (await server.app.services.people.identify({ handle: 'jim' }))!.person.id);
    const meant = { 'x-parvis-viewer': id };

    assert.equal((await ask(jim, server, meant)).data.viewer.person.handle, 'jim');
    for (const answer of [await ask(jim, server, { 'x-parvis-viewer': `${id}x` }), await ask(null, server, meant)]) {
      assert.deepEqual([answer.status, answer.data], [401, undefined]);
      assert.equal(answer.errors[0].extensions.code, 'UNAUTHENTICATED');
      assert.match(answer.errors[0].message, /Sign in again as the author of this/);
    }
  });

  it('knows a person by e-mail address, and by subject where there is no other name', async () => {
    const byEmail = claims({ preferred_username: undefined, sub: '7f3a', email: 'JANE@example.org' });
    const bySubject = claims({ preferred_username: undefined, sub: 'john' });

    assert.equal((await ask(await sign(byEmail))).data.viewer.person.handle, 'jane');
    assert.equal((await ask(await sign(bySubject))).data.viewer.person.handle, 'john');
  });

  it('adds somebody new to the directory with their name', async () => {
    const token = await sign(claims({ preferred_username: 'Ana.Silva', name: 'Ana Silva' }));

    assert.deepEqual((await ask(token)).data.viewer.person, { handle: 'ana.silva', name: 'Ana Silva' });
  });

  it('signs no one in by a page pass, even where one secret signs both', async () => {
    const typed = (typ: string) =>
      new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', typ }).sign(new TextEncoder().encode(secret));

    for (const typ of ['JWT', 'at+jwt', 'parvis+jwt'])
      assert.equal((await ask(await typed(typ))).data.viewer.person.handle, 'jim', typ);
    for (const typ of ['parvis-pass+jwt', 'Parvis-Pass+JWT', 'application/parvis-pass+jwt'])
      await assertRefused(await typed(typ));
  });

  it('leaves those without a token to the next strategy', async () => {
    assert.deepEqual((await ask(null)).data, { viewer: null });
  });

  it('takes tokens from the Authorization header alone', async () => {
    const token = await sign(claims());
    const response = await server.fetch(`/graphql?query=${encodeURIComponent(query)}&access_token=${token}`, {
      headers: { cookie: `token=${token}`, accept: 'application/json' },
    });

    assert.deepEqual((await response.json()).data, { viewer: null });
  });

  it('takes tokens within a minute of their times, for the sake of clocks that differ, and refuses them past it', async () => {
    for (const late of [0, 25, 59])
      assert.equal((await ask(await sign(claims({ exp: inSeconds(-late) })))).status, 200);
    for (const early of [25, 59]) {
      const { status } = await ask(await sign(claims({ nbf: inSeconds(early), iat: inSeconds(early) })));
      assert.equal(status, 200);
    }

    await assertRefused(await sign(claims({ exp: inSeconds(-61) })));
    await assertRefused(await sign(claims({ nbf: inSeconds(61) })));
    await assertRefused(await sign(claims({ iat: inSeconds(61) })));
  });

  it('takes the tolerance from its setting', async () => {
    const strict = await startTestServer({
      ...settings,
      PARVIS_JWT_SECRET: secret,
      PARVIS_JWT_CLOCK_TOLERANCE: '0',
    });

    assert.equal((await ask(await sign(claims({ exp: inSeconds(-1) })), strict)).status, 401);
    assert.equal((await ask(await sign(claims({ exp: inSeconds(1) })), strict)).status, 200);
    await strict.close();
  });

  it('refuses a token that never expires', async () => {
    await assertRefused(await sign(claims({ exp: undefined })));
  });

  it('refuses another issuer and another audience', async () => {
    await assertRefused(await sign(claims({ iss: 'https://evil.example' })));
    await assertRefused(await sign(claims({ iss: undefined })));
    await assertRefused(await sign(claims({ aud: 'another-app' })));
    await assertRefused(await sign(claims({ aud: undefined })));
  });

  it('refuses a token without signature', async () => {
    await assertRefused(`${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims())}.`);
  });

  it('refuses another secret, changed claims and what is no token', async () => {
    const [head, , signature] = (await sign(claims())).split('.');

    await assertRefused(await sign(claims(), 'another secret of more than thirty-two characters'));
    await assertRefused(`${head}.${base64(claims({ preferred_username: 'admin' }))}.${signature}`);
    await assertRefused('not-a-token');
  });
});

describe('sign-in by a token with public keys', () => {
  let keys: Server;
  let server: TestServer;
  let pair: Awaited<ReturnType<typeof generateKeyPair>>;
  let address: string;
  before(async () => {
    pair = await generateKeyPair('ES256', { extractable: true });
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }] });
    keys = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(jwks));
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
    server = await startTestServer({ ...settings, PARVIS_JWT_JWKS_URL: address });
  });
  after(async () => {
    await server.close();
    keys.closeAllConnections();
    keys.close();
  });

  const send = (token: string, to = server) =>
    to.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
  const payload = () => ({ sub: 'jane', iss: issuer, aud: audience, exp: Math.floor(server.clock.now() / 1000) + 300 });

  it('fetches the keys of the issuer', async () => {
    const token = await new SignJWT(payload()).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(pair.privateKey);

    assert.equal((await (await send(token)).json()).data.viewer.person.handle, 'jane');
  });

  it('refuses a key that the issuer does not have', async () => {
    const other = await generateKeyPair('ES256');
    const token = await new SignJWT(payload()).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(other.privateKey);

    assert.equal((await send(token)).status, 401);
  });

  it('refuses a public key taken for a shared secret', async () => {
    const publicKey = new TextEncoder().encode(JSON.stringify(await exportJWK(pair.publicKey)));
    const token = await new SignJWT(payload()).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(publicKey);

    assert.equal((await send(token)).status, 401);
  });

  it('does not blame the token when the keys cannot be fetched', async () => {
    const cut = await startTestServer({
      ...settings,
      PARVIS_JWT_JWKS_URL: 'http://127.0.0.1:1/keys',
      PARVIS_LOG_LEVEL: 'error',
    });
    const token = await new SignJWT(payload()).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(pair.privateKey);

    const response = await send(token, cut);

    assert.equal(response.status, 503);
    assert.equal((await response.json()).errors[0].extensions.code, 'UNAVAILABLE');
    assert.equal(cut.logged.length, 1);
    await cut.close();
  });
});
