import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { readConfig } from '../../../server/src/config.ts';
import { grantFaults, passFaults } from '../../../server/src/modules/passes/pass-fault.ts';
import { PassReader } from '../../../server/src/modules/passes/pass-reader.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

interface Vector {
  about: string;
  reason?: string;
  header: string;
  claims: string;
  secret: string;
  token: string;
}

const docs = new URL('../../../docs/', import.meta.url);
const vectors = JSON.parse(readFileSync(new URL('pass-vectors.json', docs), 'utf8')) as {
  now: number;
  settings: Record<string, string>;
  passes: Vector[];
  signInTokens: Vector[];
  invalidPasses: Vector[];
};
const { passKeys, passAudience } = readConfig(vectors.settings);
const reader = new PassReader(passKeys, passAudience, { now: () => vectors.now * 1000 });

/** Faults of signing itself: the token is not what the texts and the secret make. */
const signedOtherwise = /decoded from Base64|hexadecimal/;

function tokenOf({ header, claims, secret }: Vector): string {
  const text = [header, claims].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const { alg } = JSON.parse(header) as { alg: string };
  const hash = /^HS(\d+)$/.exec(alg)?.[1] ?? '256';
  return `${text}.${createHmac(`sha${hash}`, secret).update(text).digest('base64url')}`;
}

describe('the published test vectors', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(vectors.settings);
    server.clock.advance(vectors.now * 1000 - server.clock.now());
  });
  after(() => server.close());

  const signIn = async (token: string) => {
    const response = await server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ viewer { person { handle } } }' }),
    });
    const { data } = (await response.json()) as { data?: { viewer: { person: { handle: string } } } };
    return data?.viewer.person.handle ?? response.status;
  };

  for (const vector of [...vectors.passes, ...vectors.signInTokens, ...vectors.invalidPasses]) {
    const { about, reason, token } = vector;
    it(`are made of their texts: ${reason ?? 'valid'}, ${about}`, () => {
      if (signedOtherwise.test(about)) assert.notEqual(token, tokenOf(vector));
      else assert.equal(token, tokenOf(vector));
    });
  }

  for (const { about, claims, token } of vectors.passes) {
    it(`have a pass that is valid: ${about}`, async () => {
      const { sub, pages, may } = JSON.parse(claims) as Record<string, unknown>;

      const pass = await reader.read(token);

      assert.ok(typeof pass === 'object', String(pass));
      assert.deepEqual([pass.subject, pass.pages, pass.may], [sub, pages, may]);
      assert.equal(await signIn(token), 401);
    });
  }

  for (const { about, reason, token } of vectors.invalidPasses) {
    it(`have a pass that counts as none: ${about}`, async () => {
      assert.equal(await reader.read(token), reason);
      assert.ok(Object.hasOwn(passFaults, reason!));
    });
  }

  it('have a token that signs a person in, and is no pass', async () => {
    for (const { token } of vectors.signInTokens) {
      assert.equal(await signIn(token), 'jane.doe');
      assert.equal(await reader.read(token), 'WRONG_TYPE');
    }
  });
});

describe('the page about passes', () => {
  const page = readFileSync(new URL('passes.md', docs), 'utf8');

  for (const [fault, hint] of Object.entries({ ...passFaults, ...grantFaults })) {
    it(`says what to do about ${fault}`, () => {
      assert.ok(page.includes(`| \`${hint}\``), `docs/passes.md has no line about “${hint}”`);
    });
  }
});
