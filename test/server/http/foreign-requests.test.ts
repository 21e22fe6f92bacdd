// Every way to carry an operation, from every kind of page, by everybody who is signed in somehow: only JSON of pages that
// may call the server writes, and only those read. test/e2e/foreign-pages.test.ts does so in a browser.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { carriers } from '../../support/foreign-requests.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';

const secret = 'a secret of more than thirty-two characters';
const write =
  'mutation ($input: SetReactionInput!) { setReaction(input: $input) { subject { id } userErrors { code } } }';
const read = 'query { viewer { person { handle } } settings { editWindow } }';

/** Pages by their origin, and whether they may call. */
const origins: [name: string, origin: string | null, may: boolean][] = [
  ['the server’s own', 'http://social.example.org', true],
  ['one that is listed', 'https://intranet.example.org', true],
  ['none, as of a program', null, true],
  ['another site', 'https://evil.example', false],
  ['a sandbox', 'null', false],
  ['one that begins with a listed one', 'https://intranet.example.org.evil.example', false],
  ['one that ends with a listed one', 'https://evil-intranet.example.org', false],
  ['a sub-domain of a listed one', 'https://evil.intranet.example.org', false],
  ['one that begins with the server’s own', 'http://social.example.org.evil.example', false],
];

/** Ways to be signed in, by the headers that browsers, proxies and programs send. */
const signIns: Record<string, () => Promise<Record<string, string>> | Record<string, string>> = {
  'a cookie': () => ({ cookie: 'parvis_persona=ana' }),
  'a proxy': () => ({ 'x-remote-user': 'ana' }),
  'a token': async () => ({ authorization: `Bearer ${await token()}` }),
  nothing: () => ({}),
};

function token(): Promise<string> {
  return new SignJWT({ preferred_username: 'ana', iss: 'https://login.example.org', aud: 'parvis' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(new Date('2100-01-01'))
    .sign(new TextEncoder().encode(secret));
}

describe('a request', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet({
      PARVIS_AUTH: 'demo,proxy,jwt,anonymous',
      PARVIS_DEMO_PERSONAS: 'ana',
      PARVIS_TRUSTED_PROXIES: '127.0.0.1',
      PARVIS_JWT_ISSUER: 'https://login.example.org',
      PARVIS_JWT_AUDIENCE: 'parvis',
      PARVIS_JWT_SECRET: secret,
    });
  });
  after(() => intranet.close());

  const send = async (carrier: string, query: string, variables: object, headers: Record<string, string>) => {
    const { method, search, type, body } = carriers[carrier]!(query, variables);
    const all = { ...headers, ...(type && { 'content-type': type }) };
    // A text would get a type.
    const bytes = body === undefined ? null : new TextEncoder().encode(body);
    return intranet.server.fetch(`/graphql${search && `?${search}`}`, { method, headers: all, body: bytes });
  };
  const likes = async (key: string) => (await intranet.bob.page(key, 'reactionCount')).reactionCount as number;

  for (const [signIn, credentials] of Object.entries(signIns))
    for (const [name, origin, may] of origins)
      it(`by ${signIn}, of a page of ${name}: ${may ? 'writes by JSON alone, and reads' : 'does nothing'}`, async () => {
        const headers = { ...(await credentials()), ...(origin !== null && { origin }) };
        const wrote: string[] = [];
        const did: string[] = [];
        for (const carrier of Object.keys(carriers)) {
          const key = `page-${crypto.randomUUID()}`;
          const input = { idempotencyKey: crypto.randomUUID(), subjectId: toGlobalId('Page', key), content: 'LIKE' };

          await send(carrier, write, { input }, headers);
          const answer = await (await send(carrier, read, {}, headers)).text();

          if ((await likes(key)) > 0) wrote.push(carrier);
          if (/"handle":"ana"|editWindow":\d/.test(answer)) did.push(carrier);
          if (signIn !== 'nothing' && did.includes(carrier)) assert.match(answer, /"handle":"ana"/);
        }

        assert.deepEqual(wrote, may && signIn !== 'nothing' ? ['application/json'] : []);
        assert.deepEqual(did, may ? ['application/json', 'GET'] : []);
      });
});
