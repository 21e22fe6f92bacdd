import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ownPath } from '../../../server/src/auth/demo/demo-sign-in.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const whoAmI = '{ viewer { role person { handle } } }';

describe('demo sign-in', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ PARVIS_DEMO_PERSONA: 'emma', PARVIS_DEMO_PERSONAS: 'emma,ines,ghost' });
    await addPeople(server, {
      emma: { name: 'Emma <Rousseau>' },
      ines: { name: 'Inès Carpentier', role: 'COMMUNICATOR' },
    });
  });
  after(() => server.close());

  const askAs = async (cookie: string, of = server) => {
    const response = await of.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify({ query: whoAmI }),
    });
    return (await response.json()).data;
  };

  const choose = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    server.fetch('/demo/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });

  it('makes a visitor who chose nobody yet the default persona', async () => {
    assert.deepEqual((await askAs('')).viewer.person, { handle: 'emma' });
  });

  it('makes a visitor the persona of their cookie, with their role', async () => {
    assert.deepEqual(await askAs('parvis_persona=ines'), {
      viewer: { role: 'COMMUNICATOR', person: { handle: 'ines' } },
    });
  });

  it('signs a visitor out who chose nobody', async () => {
    assert.deepEqual(await askAs('parvis_persona=nobody'), { viewer: null });
  });

  it('lets nobody be anybody but the personas, whatever their cookie says', async () => {
    await addPeople(server, { adam: { name: 'Adam Root', role: 'ADMIN' } });

    for (const persona of ['adam', 'ADAM', 'Emma', 'emma ines', 'ines%20', 'ghost', 'mallory', '"emma"', 'nobody'])
      assert.deepEqual(await askAs(`parvis_persona=${persona}`), { viewer: null }, persona);
  });

  it('signs out a persona who has left, and says so', async () => {
    const persona = await startTestServer({ PARVIS_DEMO_PERSONA: 'emma', PARVIS_DEMO_PERSONAS: 'emma' });
    await addPeople(persona, { emma: { name: 'Emma Rousseau' } });
    await persona.app.services.people.commandRights({ handle: 'emma', change: { status: 'DEPARTED' } });

    const response = await persona.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: whoAmI }),
    });

    const { errors } = await response.json();
    assert.deepEqual([response.status, errors[0].extensions.code], [401, 'UNAUTHENTICATED']);
    assert.equal(errors[0].message, 'The directory says that you have left. Ask your administrator.');
    await persona.close();
  });

  it('offers the personas that there are, escaped, and says who one is', async () => {
    const page = await (await server.fetch('/demo/sign-in?lang=en')).text();

    assert.match(page, /<html lang="en">/);
    assert.match(page, /Emma &lt;Rousseau&gt;/);
    assert.match(page, /value="emma" aria-current="true"/);
    assert.match(page, /value="nobody"/);
    assert.doesNotMatch(page, /value="ghost"/);
  });

  it('speaks French to those who ask for it', async () => {
    const response = await server.fetch('/demo/sign-in', { headers: { 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.8' } });

    assert.match(await response.text(), /Qui souhaitez-vous être/);
  });

  it('lets nothing into its page but its own style', async () => {
    const policy = (await server.fetch('/demo/sign-in')).headers.get('content-security-policy')!;

    assert.match(policy, /default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/);
  });

  it('keeps the choice in a cookie that scripts and other sites do not get, and goes back', async () => {
    const response = await choose({ persona: 'ines', return: '/articles/?page=2#thread' });

    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/articles/?page=2#thread');
    assert.match(
      response.headers.get('set-cookie')!,
      /^parvis_persona=ines; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    );
  });

  it('goes back to the page that the link was on', async () => {
    const headers = { host: 'social.example.org', referer: 'http://social.example.org/annuaire/' };

    const page = await (await server.fetch('/demo/sign-in', { headers })).text();

    assert.match(page, /name="return" value="\/annuaire\/"/);
  });

  for (const path of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '',
    '/..//evil.example',
  ]) {
    it(`never leaves for ${JSON.stringify(path)}`, async () => {
      const response = await choose({ persona: 'emma', return: path });

      const target = new URL(response.headers.get('location')!, 'http://social.example.org');
      assert.equal(target.origin, 'http://social.example.org');
      assert.ok(ownPath(path) === null || ownPath(path)!.startsWith('/'));
    });
  }

  it('takes no choice from the page of another site, and none of somebody unknown', async () => {
    assert.equal((await choose({ persona: 'ines' }, { origin: 'https://evil.example' })).status, 403);
    assert.equal((await choose({ persona: 'ines' }, { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await choose({ persona: 'ghost; Path=/evil' })).status, 400);
  });

  it('is not there where people sign in otherwise', async () => {
    const other = await startTestServer({ PARVIS_AUTH: 'anonymous' });

    assert.equal((await other.fetch('/demo/sign-in')).status, 404);
    await addPeople(other, { emma: { name: 'Emma' } });
    assert.deepEqual(await askAs('parvis_persona=emma', other), { viewer: null });
    await other.close();
  });
});
