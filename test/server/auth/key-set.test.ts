import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errors, exportJWK, generateKeyPair, type JWK, jwtVerify, type JWTVerifyGetKey, SignJWT } from 'jose';
import { KeysUnavailable, keysTrouble, remoteKeySet } from '../../../server/src/auth/key-set.ts';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

describe('the keys of an issuer', () => {
  let issuer: Server;
  let url: string;
  let published: JWK[];
  let asked: number;
  let answer: string | null;
  let first: Pair;
  let second: Pair;
  let keys: JWTVerifyGetKey;
  beforeEach(async () => {
    [first, second] = await Promise.all([
      generateKeyPair('ES256', { extractable: true }),
      generateKeyPair('ES256', { extractable: true }),
    ]);
    published = [await publicKey(first, 'one')];
    asked = 0;
    answer = null;
    issuer = createServer((_request, response) => {
      asked++;
      response.end(answer ?? JSON.stringify({ keys: published }));
    });
    await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/keys`;
    keys = remoteKeySet(url);
  });
  afterEach(() => {
    issuer.closeAllConnections();
    issuer.close();
  });

  async function publicKey({ publicKey: key }: Pair, kid: string): Promise<JWK> {
    return { ...(await exportJWK(key)), kid, alg: 'ES256' };
  }
  const token = (pair: Pair, kid: string) =>
    new SignJWT({ sub: 'jane' }).setProtectedHeader({ alg: 'ES256', kid }).sign(pair.privateKey);
  const subject = async (pair: Pair, kid: string) => (await jwtVerify(await token(pair, kid), keys)).payload.sub;

  it('are asked for once', async () => {
    await Promise.all([1, 2, 3].map(() => subject(first, 'one')));

    assert.equal(await subject(first, 'one'), 'jane');
    assert.equal(asked, 1);
  });

  it('are known again right after a rotation, whoever floods the server with unknown ones meanwhile', async () => {
    await subject(first, 'one');
    published = [await publicKey(second, 'two')];
    const flood = Array.from({ length: 200 }, (_, index) => subject(first, `made-up-${index}`));

    const [rotated, ...refused] = await Promise.allSettled([subject(second, 'two'), ...flood]);

    assert.deepEqual(rotated, { status: 'fulfilled', value: 'jane' });
    assert.ok(refused.every((result) => result.status === 'rejected' && isUnknown(result.reason)));
    assert.ok(asked <= 4, `asked ${asked} times`);
  });

  it('go on serving while their issuer is away', async () => {
    await subject(first, 'one');
    issuer.closeAllConnections();
    issuer.close();

    assert.equal(await subject(first, 'one'), 'jane');
  });

  for (const [what, given] of [
    ['nonsense', '<html>'],
    ['no key set', '{"error":"down for maintenance"}'],
  ] as const) {
    it(`are not to be had where their issuer answers ${what}, which is no fault of a token`, async () => {
      answer = given;

      await assert.rejects(subject(first, 'one'), KeysUnavailable);
      assert.match((await keysTrouble(url))!, /JSON Web Key Set/);
    });
  }

  it('are not to be had where their issuer is away from the start', async () => {
    const away = remoteKeySet('http://127.0.0.1:1/keys');

    await assert.rejects(jwtVerify(await token(first, 'one'), away), KeysUnavailable);
    assert.match((await keysTrouble('http://127.0.0.1:1/keys'))!, /fetch failed/);
    assert.equal(await keysTrouble(url), null);
  });
});

function isUnknown(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey;
}
