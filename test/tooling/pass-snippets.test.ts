import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { readConfig } from '../../server/src/config.ts';
import { PassReader } from '../../server/src/modules/passes/pass-reader.ts';
import { systemClock } from '../../server/src/platform/clock.ts';
import { languages, sign } from '../support/passes/languages.ts';
import { snippetIn } from '../support/passes/snippet.ts';
import { startTestServer, type TestServer } from '../support/server/test-server.ts';

const secret = 'Zm9yIHBhc3NlcyBhbmQgdG9rZW5zIGFsaWtlLCBhcyBhIHRyYXA+/w==';
const { passKeys } = readConfig({ PARVIS_PASS_KEYS: `wiki ${secret} /wiki/**` });
const reader = new PassReader(passKeys, 'parvis', systemClock);

/** What has to be escaped in JSON, in Base64 or in a shell. */
const claims = {
  userName: "rené.o'neill",
  may: 'write',
  pages: ['https://intranet.example.org/wiki/d"éjà?vu=1&x=\\$HOME', 'équipe:😀>>>???~~~'],
};

describe('the snippets of docs/passes.md', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({
      PARVIS_AUTH: 'jwt',
      PARVIS_JWT_ISSUER: 'https://intranet.example.org',
      PARVIS_JWT_AUDIENCE: 'parvis',
      PARVIS_JWT_SECRET: secret,
    });
    server.clock.advance(systemClock.now() - server.clock.now());
  });
  after(() => server.close());

  const signIn = async (token: string) => {
    const response = await server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ viewer { person { name } } }' }),
    });
    const { data } = (await response.json()) as { data?: { viewer: { person: { name: string } } } };
    return { status: response.status, name: data?.viewer.person.name };
  };

  for (const language of languages) {
    const skip = language.programs.includes(undefined) && `${language.name} is not on this machine`;

    it(`sign passes and sign-in tokens in ${language.name}, neither of which is the other`, { skip }, async () => {
      const snippet = snippetIn('passes.md', language.block);

      const { pass, token } = await sign(language, snippet, { pass: secret, jwt: secret }, claims);

      const read = await reader.read(pass);
      assert.ok(typeof read === 'object', String(read));
      assert.deepEqual([read.subject, read.may, read.pages], [claims.userName, claims.may, claims.pages]);
      const left = read.until - systemClock.now();
      assert.ok(left > 3_400_000 && left <= 3_601_000, String(left));
      const { sub, preferred_username: name } = decodeJwt(token);
      assert.deepEqual([sub, name], ['4711', claims.userName]);
      assert.deepEqual(await signIn(token), { status: 200, name: 'rene.o-neill' });
      assert.equal(await reader.read(token), 'WRONG_TYPE');
      assert.equal((await signIn(pass)).status, 401);
    });
  }

  it('are tried in every language of the page', () => {
    const blocks = ['js', 'php', 'python', 'java', 'csharp'];

    assert.deepEqual(
      languages.map(({ block }) => block),
      blocks,
    );
    for (const block of blocks) assert.ok(snippetIn('passes.md', block).length > 100, block);
  });
});
