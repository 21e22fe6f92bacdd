import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const listed = 'https://intranet.example.org';
const secret = 'a secret of more than thirty-two characters';
const expected = { iss: 'https://login.example.org', aud: 'parvis' };
const hour = 60 * 60 * 1_000;

describe('the log, of pages that are refused', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({
      PARVIS_ORIGINS: listed,
      PARVIS_AUTH: 'jwt',
      PARVIS_JWT_ISSUER: expected.iss,
      PARVIS_JWT_AUDIENCE: expected.aud,
      PARVIS_JWT_SECRET: secret,
    });
  });
  beforeEach(() => {
    server.clock.advance(hour);
    server.logged.length = 0;
  });
  after(() => server.close());

  const post = (origin: string | null, token?: string) =>
    server.fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(origin && { origin }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: '{ settings { editWindow } }' }),
    });
  const warnings = () => server.logged.filter(({ level }) => level === 40);

  it('says once in an hour which origin is not listed, and which are', async () => {
    for (const origin of ['https://news.example.org', 'https://news.example.org', 'null', 'https://news.example.org'])
      await post(origin);

    assert.deepEqual(
      warnings().map(({ origin, expected: origins, msg }) => [origin, origins, /PARVIS_ORIGINS/.test(msg)]),
      [
        ['https://news.example.org', [listed], true],
        ['null', [listed], true],
      ],
    );
    server.clock.advance(hour - 1);
    await post('https://news.example.org');
    assert.equal(warnings().length, 2);
    server.clock.advance(1);
    await post('https://news.example.org');
    assert.equal(warnings().length, 3);
  });

  it('says once in an hour and for each origin what a refused token came with, and what was expected', async () => {
    const exp = Math.floor(server.clock.now() / 1_000) + 60;
    const sign = (claims: object) =>
      new SignJWT({ exp, ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
    const token = await sign({ iss: 'https://sts.example.org/', aud: ['api://parvis'], email: 'jane@example.org' });

    for (let i = 0; i < 3; i++) assert.equal((await post(listed, token)).status, 401);
    await post(null, 'no token at all');
    await post(null, 'opaque');
    await post(null, 'opaque too');

    assert.deepEqual(
      warnings().map(({ origin, came, expected }) => ({ origin, came, expected })),
      [
        { origin: listed, came: { iss: 'https://sts.example.org/', aud: ['api://parvis'], exp }, expected },
        { origin: undefined, came: 'no JSON web token', expected },
      ],
    );
    // Neither the token nor who it is.
    assert.doesNotMatch(JSON.stringify(server.logged), new RegExp(`jane|${token.slice(-20)}`));
  });

  it('says once in an hour and for each reason why tokens are refused', async () => {
    const exp = Math.floor(server.clock.now() / 1_000) + 60;
    const sign = (claims: object, key = secret) =>
      new SignJWT({ ...expected, exp, ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(key));

    for (let i = 0; i < 2; i++) {
      await post(listed, await sign({ aud: 'other' }));
      await post(listed, await sign({ exp: exp - 3_600 }));
      await post(listed, await sign({}, 'another secret of more than thirty-two'));
    }

    const reasons = warnings().map(({ reason }) => reason as string);
    assert.equal(reasons.length, 3);
    assert.match(reasons.join('\n'), /"aud"[^]*"exp"[^]*signature/);
  });

  it('stays short whatever strangers invent', async () => {
    for (let i = 0; i < 500; i++) await post(`https://${i}.${'x'.repeat(1_000)}.example`);

    assert.ok(warnings().length <= 100, `${warnings().length} lines`);
    assert.ok(warnings().every((line) => JSON.stringify(line).length < 1_000));
  });
});
