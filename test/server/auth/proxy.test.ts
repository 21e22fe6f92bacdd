import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const query = '{ viewer { role person { handle name email } } }';

describe('sign-in by a proxy', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({
      PARVIS_AUTH: 'proxy,anonymous',
      PARVIS_TRUSTED_PROXIES: '10.1.0.0/16, ::1',
      PARVIS_PROXY_NAME_HEADER: 'X-Remote-Name',
      PARVIS_PROXY_EMAIL_HEADER: 'X-Remote-Email',
    });
    await addPeople(server, { jane: { name: 'Jane Doe', email: 'Jane.Doe@example.org', role: 'ADMIN' } });
  });
  after(() => server.close());

  const ask = async (headers: Record<string, string>, address = '10.1.2.3', of = server) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    };
    const response = await of.fetch('/graphql', init, address);
    return { status: response.status, ...(await response.json()) };
  };

  it('knows a person by handle, with their role', async () => {
    const { data } = await ask({ 'x-remote-user': 'Jane' });

    assert.deepEqual(data.viewer.person.handle, 'jane');
    assert.equal(data.viewer.role, 'ADMIN');
  });

  it('knows a person by e-mail address', async () => {
    assert.equal((await ask({ 'x-remote-user': 'jane.doe@example.org' })).data.viewer.person.handle, 'jane');
  });

  it('takes no header from an address that is not trusted', async () => {
    assert.equal((await ask({ 'x-remote-user': 'jane' }, '10.2.0.1')).data.viewer, null);
    assert.equal(
      (await ask({ 'x-remote-user': 'jane', 'x-forwarded-for': '10.1.2.3' }, '192.0.2.1')).data.viewer,
      null,
    );
    assert.equal((await ask({ 'x-remote-user': 'jane' }, '')).data.viewer, null);
  });

  it('knows trusted addresses in either notation', async () => {
    assert.equal((await ask({ 'x-remote-user': 'jane' }, '::ffff:10.1.9.9')).data.viewer.person.handle, 'jane');
    assert.equal((await ask({ 'x-remote-user': 'jane' }, '::1')).data.viewer.person.handle, 'jane');
  });

  it('leaves those without a header to the next strategy', async () => {
    assert.equal((await ask({})).data.viewer, null);
    assert.equal((await ask({ 'x-remote-user': '  ' })).data.viewer, null);
  });

  it('adds somebody new to the directory, once', async () => {
    const headers = {
      'x-remote-user': 'N.Benali',
      'x-remote-name': 'Nadia%20B%C3%A9nali',
      'x-remote-email': 'n.benali@example.org',
    };

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(headers)));

    const people = new Set(answers.map(({ data }) => JSON.stringify(data.viewer.person)));
    assert.deepEqual(
      [...people],
      [JSON.stringify({ handle: 'n.benali', name: 'Nadia Bénali', email: 'n.benali@example.org' })],
    );
  });

  it('takes neither name nor mail from headers that the settings do not name', async () => {
    const bare = await startTestServer({ PARVIS_AUTH: 'proxy', PARVIS_TRUSTED_PROXIES: '10.1.0.0/16' });
    await addPeople(bare, { jane: { name: 'Jane Doe', email: 'jane.doe@example.org' } });
    const headers = { 'x-remote-name': 'Jane Doe', 'x-remote-email': 'jane.doe@example.org' };

    const { data } = await ask({ 'x-remote-user': 'mallory', ...headers }, '10.1.0.1', bare);

    assert.deepEqual(data.viewer.person, { handle: 'mallory', name: 'mallory', email: null });
    await bare.close();
  });

  it('reads a name that the proxy wrote as UTF-8', async () => {
    const name = Buffer.from('Zoé Müller', 'utf8').toString('latin1');

    assert.equal((await ask({ 'x-remote-user': 'zoe', 'x-remote-name': name })).data.viewer.person.name, 'Zoé Müller');
  });

  it('refuses somebody unknown where nobody is to be added', async () => {
    const closed = await startTestServer({
      PARVIS_AUTH: 'proxy',
      PARVIS_TRUSTED_PROXIES: '10.1.0.0/16',
      PARVIS_PROVISION: 'false',
    });

    const { status, errors } = await ask({ 'x-remote-user': 'nobody.knows' }, '10.1.0.1', closed);

    assert.equal(status, 401);
    assert.equal(errors[0].extensions.code, 'UNAUTHENTICATED');
    await closed.close();
  });

  it('refuses somebody who has left', async () => {
    await addPeople(server, { left: { name: 'Gilles Morel' } });
    await server.app.database.db
      .updateTable('person')
      .set({ status: 'DEPARTED' })
      .where('handle', '=', 'left')
      .execute();

    assert.equal((await ask({ 'x-remote-user': 'left' })).status, 401);
  });
});
