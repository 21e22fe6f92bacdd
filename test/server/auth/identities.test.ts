import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type JWTPayload, SignJWT } from 'jose';
import { newPerson } from '../../../server/src/modules/people/index.ts';
import { newPersonDetails } from '../../../server/src/modules/people/person.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { colleaguesAtTheProxy, latin1, strangersAtTheIssuer, strangersAtTheProxy } from './strangers.ts';

const secret = 'a secret of more than thirty-two characters';
const issuer = 'https://login.example.org';
const query = '{ viewer { role person { handle name email } } }';

const proxySettings = {
  PARVIS_AUTH: 'proxy,anonymous',
  PARVIS_TRUSTED_PROXIES: '10.0.0.0/8',
  PARVIS_LOGIN_DOMAINS: 'CORP, CORP.EXAMPLE.ORG',
};
const jwtSettings = {
  PARVIS_AUTH: 'jwt,anonymous',
  PARVIS_JWT_ISSUER: issuer,
  PARVIS_JWT_AUDIENCE: 'parvis',
  PARVIS_JWT_SECRET: secret,
};

/** Who is in the directory: nobody else may become one of them. */
async function fill(server: TestServer): Promise<void> {
  await addPeople(server, {
    root: { name: 'Rachel Root', email: 'root@example.org', role: 'ADMIN' },
    rene: { name: 'Rene Petit', email: 'rene.petit@example.org' },
    'jean.dupont': { name: 'Jean Dupont', email: 'jean.dupont@example.org' },
    'claire.martin': { name: 'Claire Martin', email: 'claire.martin@example.org', role: 'ADMIN' },
    'stephane.lefevre': { name: 'Stéphane Lefèvre', email: 'stephane.lefevre@example.org' },
    jake: { name: 'Jake Kelvin', email: 'jake@example.org' },
    ivan: { name: 'Ivan Ilin', email: 'ivan@example.org' },
    ros: { name: 'Ros Long', email: 'ros@example.org' },
    strasse: { name: 'Stra Sse', email: 'strasse@example.org' },
    'auth0-root': { name: 'Otto Zero', email: 'otto@example.org' },
    'm.petit': { name: 'Marc Petit', email: 'm.petit@example.org', role: 'ADMIN' },
  });
  const cmontagnier = { ...newPersonDetails('claire.montagnier', 'Claire Montagnier'), mailProved: true };
  const login = (names: string[]) => ({ source: 'IMPORT' as const, names });
  await server.app.services.people.add([
    { ...newPerson(cmontagnier), logins: login(['cmontagnier', 'cmontagnier@corp.example.net', 'Renée']) },
  ]);
  const departed = { status: 'DEPARTED' } as const;
  await server.app.database.db.updateTable('person').set(departed).where('handle', '=', 'm.petit').execute();
}

interface Outcome {
  status: number;
  handle: string | null;
  role: string | null;
  name: string | null;
  message?: string;
}

describe('sign-in', () => {
  let proxied: TestServer;
  let issued: TestServer;
  before(async () => {
    [proxied, issued] = await Promise.all([startTestServer(proxySettings), startTestServer(jwtSettings)]);
    await Promise.all([fill(proxied), fill(issued)]);
  });
  after(() => Promise.all([proxied.close(), issued.close()]));

  async function ask(server: TestServer, headers: Record<string, string>, address = '10.1.2.3'): Promise<Outcome> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    const response = await server.fetch('/graphql', { ...init, body: JSON.stringify({ query }) }, address);
    const { data, errors } = await response.json();
    const { role = null, person } = data?.viewer ?? {};
    const { handle = null, name = null } = person ?? {};
    return { status: response.status, handle, role, name, message: errors?.[0].message };
  }
  const sign = async (server: TestServer, claims: JWTPayload, iss = issuer) => {
    const exp = Math.floor(server.clock.now() / 1000) + 300;
    const jwt = new SignJWT({ aud: 'parvis', iss, exp, ...claims }).setProtectedHeader({ alg: 'HS256' });
    return { authorization: `Bearer ${await jwt.sign(new TextEncoder().encode(secret))}` };
  };
  const asToken = async (claims: JWTPayload, server = issued) => ask(server, await sign(server, claims));
  const handles = async (server: TestServer) => {
    const rows = await server.app.database.db.selectFrom('person').select('handle').execute();
    return new Set(rows.map(({ handle }) => handle));
  };
  const warnings = (server: TestServer) => server.logged.filter(({ level }) => level >= 40).length;

  it('takes no stranger at the proxy for somebody else, refused or added', async () => {
    const known = await handles(proxied);
    const taken: string[] = [];
    let refused = 0;
    for (const [what, headers] of strangersAtTheProxy) {
      const before = warnings(proxied);
      const { status, handle, role } = await ask(proxied, headers);
      if (handle !== null && (known.has(handle) || role !== 'EMPLOYEE')) taken.push(`${what}: ${handle}`);
      if (status !== 401) continue;
      refused++;
      assert.equal(warnings(proxied), before + 1, `the log says why ${what} is refused`);
    }

    assert.deepEqual(taken, []);
    assert.ok(strangersAtTheProxy.length >= 60, `${strangersAtTheProxy.length} of them`);
    assert.ok(refused > 30, `${refused} refused`);
  });

  it('knows everybody whom the proxy has signed in, the same each time, and adds nobody for them', async () => {
    const known = await handles(proxied);
    for (const [user, handle] of [...colleaguesAtTheProxy, ...colleaguesAtTheProxy])
      assert.equal((await ask(proxied, { 'x-remote-user': user })).handle, handle, user);

    assert.deepEqual(await handles(proxied), known);
  });

  it('knows newcomers again, each as one person of their own', async () => {
    const users = [
      'root@subsidiary.example',
      latin1('röot'),
      'jean dupont',
      'new.comer',
      latin1('r\u043E\u043Et'),
      'root.',
    ];
    const first = await Promise.all(users.map(async (user) => (await ask(proxied, { 'x-remote-user': user })).handle));
    const again = await Promise.all(users.map(async (user) => (await ask(proxied, { 'x-remote-user': user })).handle));

    assert.ok(!first.includes(null));
    assert.equal(new Set(first).size, users.length);
    assert.deepEqual(again, first);
    assert.ok(first.includes('new.comer'));
  });

  it('takes no stranger with a token for somebody else, refused or added', async () => {
    const known = await handles(issued);
    const taken: string[] = [];
    for (const [what, claims] of strangersAtTheIssuer) {
      for (const time of ['at first', 'again']) {
        const { handle, role } = await asToken(claims);
        if (handle !== null && (known.has(handle) || role !== 'EMPLOYEE')) taken.push(`${what}, ${time}: ${handle}`);
      }
    }

    assert.deepEqual(taken, []);
    assert.ok(strangersAtTheIssuer.length >= 30);
  });

  it('knows everybody with a token, and by its subject from then on', async () => {
    const first: [JWTPayload, string][] = [
      [{ sub: 'A-1', preferred_username: 'Jean.Dupont' }, 'jean.dupont'],
      [{ sub: 'A-2', preferred_username: 'cmontagnier' }, 'claire.montagnier'],
      [{ sub: 'strasse' }, 'strasse'],
      [{ sub: 'auth0|root' }, 'auth0-root'],
      [{ sub: 'A-5', preferred_username: 'rene', email: 'somebody@else.example' }, 'rene'],
      [{ preferred_username: 'jake' }, 'jake'],
    ];
    for (const [claims, handle] of first) assert.equal((await asToken(claims)).handle, handle);

    const later: [JWTPayload, string][] = [
      [{ sub: 'A-1', preferred_username: 'root' }, 'jean.dupont'],
      [{ sub: 'A-1', email: 'claire.martin@example.org' }, 'jean.dupont'],
      [{ sub: 'A-2' }, 'claire.montagnier'],
      [{ sub: 'A-5', preferred_username: 'r.petit' }, 'rene'],
    ];
    for (const [claims, handle] of later) assert.equal((await asToken(claims)).handle, handle);
    // A user name that goes to somebody new: their subject is another one.
    const newcomer = await asToken({ sub: 'a-1', preferred_username: 'jean.dupont', name: 'Jeanne Dupont' });
    assert.match(newcomer.handle!, /^jean\.dupont\d$/);
    assert.equal(newcomer.name, 'Jeanne Dupont');
    assert.equal((await asToken({ sub: 'a-1', preferred_username: 'jean.dupont' })).handle, newcomer.handle);
    assert.match((await asToken({ preferred_username: 'jean.dupont' })).message!, /no subject/);
  });

  it('believes a mail only where the setting says that the issuer proves mails, and the issuer does not say otherwise', async () => {
    const proving = await startTestServer({ ...jwtSettings, PARVIS_JWT_EMAIL_TRUSTED: 'true' });
    await fill(proving);
    const mail = 'claire.martin@example.org';
    const legacy = { ...newPersonDetails('from.before', 'From Before'), email: 'from.before@example.org' };
    const doubted = { ...newPersonDetails('doubted', 'Doubted'), email: 'doubted@example.org', mailProved: false };
    await proving.app.services.people.add([newPerson(legacy), newPerson(doubted)]);

    for (const email_verified of [false, 'false', 0, '', null, [], {}, 'no'])
      assert.equal((await asToken({ sub: 'B-0', email: mail, email_verified }, proving)).status, 401);
    assert.equal((await asToken({ sub: 'B-1', email: 'CLAIRE.martin@example.org' }, proving)).handle, 'claire.martin');
    assert.equal(
      (await asToken({ sub: 'B-2', email: 'root@example.org', email_verified: true }, proving)).handle,
      'root',
    );
    assert.equal((await asToken({ sub: 'B-3', email: 'from.before@example.org' }, proving)).handle, 'from.before');
    assert.equal((await asToken({ sub: 'B-4', email: 'doubted@example.org' }, proving)).handle, 'doubted2');
    // Linked once: another subject with the same mail is somebody else.
    assert.equal((await asToken({ sub: 'B-5', email: mail }, proving)).handle, 'claire.martin2');
    assert.equal((await asToken({ sub: 'B-1', email: 'married@example.org' }, proving)).handle, 'claire.martin');
    await proving.close();
  });

  it('links one of the subjects that come at once, and gives each of the others a person of their own', async () => {
    const token = (sub: string) => asToken({ sub, preferred_username: 'ivan' });
    const outcomes = await Promise.all(['I-1', 'I-2', 'I-3', 'I-1', 'I-2', 'I-3'].map(token));

    const [one, two, three, ...again] = outcomes.map(({ handle }) => handle);
    assert.deepEqual(again, [one, two, three]);
    assert.deepEqual([one, two, three].toSorted(), ['ivan', 'ivan2', 'ivan3']);
  });

  it('keeps the subjects of two issuers apart', async () => {
    const { db } = issued.app.database;
    const [root] = await db.selectFrom('person').select('id').where('handle', '=', 'root').execute();
    const account = { issuer: 'https://other.example.org', subject: 'O-1', person_id: root!.id, linked_at: 1 };
    await db.insertInto('account').values(account).execute();

    assert.equal((await asToken({ sub: 'O-1', preferred_username: 'olga' })).handle, 'olga');
    assert.equal((await ask(issued, await sign(issued, { sub: 'O-1', iss: account.issuer }))).status, 401);
  });

  it('does not take the last letter of a name for a space', async () => {
    const { handle } = await ask(proxied, { 'x-remote-user': latin1('nicolà') });

    assert.equal(handle, 'nicola');
    assert.equal((await ask(proxied, { 'x-remote-user': latin1('nicol') })).handle, 'nicol');
  });

  it('lets nobody who has left in by an account that was theirs', async () => {
    await addPeople(issued, { leaver: { name: 'Lea Ver' } });
    assert.equal((await asToken({ sub: 'L-1', preferred_username: 'leaver' })).handle, 'leaver');
    const { db } = issued.app.database;
    await db.updateTable('person').set({ status: 'DEPARTED' }).where('handle', '=', 'leaver').execute();

    const { status, message } = await asToken({ sub: 'L-1', preferred_username: 'leaver' });
    const newcomer = await asToken({ sub: 'L-2', preferred_username: 'leaver' });

    assert.equal(status, 401);
    assert.match(message!, /you have left/);
    assert.equal(newcomer.handle, 'leaver2');
  });
});
