import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../../../support/server/test-server.ts';
import { fillDirectory, vauclair } from '../fill-directory.ts';

const card = `query ($handle: String!) {
  person(handle: $handle) {
    name email phone chatUrl status
    manager { handle } managers { handle } reports { totalCount nodes { handle } }
  }
}`;

describe('a person', () => {
  let server: TestServer;

  before(async () => {
    server = await startTestServer({ PARVIS_CHAT_URL: 'https://chat.example.org/{handle}?to={email}' });
    await fillDirectory(server, vauclair);
  });

  after(() => server.close());

  async function person(handle: string, as = 'nadia') {
    return (await server.as(as).query(card, { handle })).person;
  }

  const handles = (people: { handle: string }[]) => people.map(({ handle }) => handle);

  it('has managers up to the top', async () => {
    const jm = await person('jm');

    assert.equal(jm.manager.handle, 'stephane.lefevre');
    assert.deepEqual(handles(jm.managers), ['stephane.lefevre', 'claire']);
    assert.deepEqual((await person('claire')).managers, []);
  });

  it('has reports by name, the departed for communication staff alone', async () => {
    const { reports } = await person('claire');
    const seenByStaff = (await person('claire', 'ines')).reports;

    assert.deepEqual(handles(reports.nodes), ['chloe', 'ines', 'nadia', 'stephane.lefevre']);
    assert.equal(reports.totalCount, 4);
    assert.deepEqual(handles(seenByStaff.nodes), ['chloe', 'gerard', 'ines', 'nadia', 'stephane.lefevre']);
  });

  it('has managers once each where they manage each other', async () => {
    const { db } = server.app.database;
    const ids = await server.app.services.people.resolveHandles(['thibault', 'lukasz']);
    const [thibault, lukasz] = [ids.get('thibault')!.id, ids.get('lukasz')!.id];
    await db.updateTable('person').set({ manager_id: lukasz }).where('id', '=', thibault).execute();
    await db.updateTable('person').set({ manager_id: thibault }).where('id', '=', lukasz).execute();

    const { managers } = await person('thibault');

    assert.deepEqual(handles(managers), ['lukasz']);
  });

  it('can be reached by chat where an address is known', async () => {
    assert.equal(
      (await person('stephane.lefevre')).chatUrl,
      'https://chat.example.org/stephane.lefevre?to=Stephane.Lefevre%40vauclair.example',
    );
    assert.equal((await person('chloe')).chatUrl, null);
  });

  it('is found by handle in any case, and by id', async () => {
    const { person: found } = await server.as('nadia').query('{ person(handle: "Chloe") { id name } }');

    const { node } = await server
      .as('nadia')
      .query('query ($id: ID!) { node(id: $id) { ... on Person { name } } }', { id: found.id });

    assert.equal(node.name, 'Chloé Lefebvre');
  });

  it('who has left is still known, but not how to reach them', async () => {
    const gerard = await person('gerard');

    assert.deepEqual(
      [gerard.name, gerard.status, gerard.email, gerard.chatUrl],
      ['Gérard Morvan', 'DEPARTED', null, null],
    );
    assert.equal((await person('gerard', 'ines')).email, 'gerard@vauclair.example');
  });

  it('who has left is a name to colleagues, and all that they were to communication staff', async () => {
    const { db } = server.app.database;
    const gone = (await server.app.services.people.resolveHandles(['gerard'])).get('gerard')!.id;
    const report = (await server.app.services.people.resolveHandles(['jm'])).get('jm')!.id;
    await db
      .updateTable('person')
      .set({
        bio: 'Trente ans de fonderie.',
        job_title: 'Chef',
        expertise: '["fonte"]',
        languages: '["fr"]',
        avatar_url: '/g.jpg',
      })
      .where('id', '=', gone)
      .execute();
    await db.updateTable('person').set({ manager_id: gone }).where('id', '=', report).execute();
    const whole = `query { person(handle: "gerard") {
      handle name status jobTitle department location email phone chatUrl bio avatarUrl expertise languages
      manager { handle } managers { handle } reports { totalCount nodes { handle } }
    } }`;

    const { handle, name, status, ...rest } = (await server.as('nadia').query(whole)).person;
    const seenByStaff = (await server.as('ines').query(whole)).person;

    assert.deepEqual([handle, name, status], ['gerard', 'Gérard Morvan', 'DEPARTED']);
    assert.deepEqual(
      { ...rest },
      {
        ...Object.fromEntries(
          ['jobTitle', 'department', 'location', 'email', 'phone', 'chatUrl', 'bio', 'avatarUrl', 'manager'].map(
            (field) => [field, null],
          ),
        ),
        expertise: [],
        languages: [],
        managers: [],
        reports: { totalCount: 0, nodes: [] },
      },
    );
    assert.equal(seenByStaff.bio, 'Trente ans de fonderie.');
    assert.equal(seenByStaff.manager.handle, 'claire');
    assert.deepEqual(handles(seenByStaff.reports.nodes), ['jm']);
    // Colleagues still see whom somebody reports to, by name.
    assert.equal((await person('jm')).manager.handle, 'gerard');
  });

  it('is not to be reached by whoever is signed out', async () => {
    const open = await startTestServer({ PARVIS_ANONYMOUS: 'read' });
    await fillDirectory(open, vauclair);

    const { person: seen } = await open.signedOut.query(card, { handle: 'stephane.lefevre' });

    assert.deepEqual([seen.name, seen.email, seen.phone], ['Stéphane Lefèvre', null, null]);
    await open.close();
  });
});

describe('signing in', () => {
  let server: TestServer;

  before(async () => {
    server = await startTestServer();
    await fillDirectory(server, vauclair);
  });

  after(() => server.close());

  const signIn = (claims: { userName?: string; mails?: string[]; name?: string }) =>
    server.app.services.people.signIn({ mails: [], doubtfulMails: [], ...claims }, true);

  it('is by handle or mail, in any case', async () => {
    const byHandle = await signIn({ userName: 'CHLOE' });
    const byMail = await signIn({ mails: ['STEPHANE.lefevre@vauclair.example'] });

    assert.ok('person' in byHandle && 'person' in byMail);
    assert.equal(byHandle.person.name, 'Chloé Lefebvre');
    assert.equal(byMail.person.handle, 'stephane.lefevre');
    assert.deepEqual(await signIn({}), { denial: 'NO_NAME' });
  });

  it('is not for those who have left, however the proxy vouches for them', async () => {
    assert.equal(await server.app.services.people.identify({ handle: 'gerard' }), null);
    assert.deepEqual(await signIn({ userName: 'gerard', name: 'Gérard Morvan' }), { denial: 'DEPARTED' });
  });

  it('puts somebody unknown into the directory once, however many first requests there are', async () => {
    const claims = { userName: 'new.comer', name: 'New Comer', mails: ['new@x.example'] };

    const all = await Promise.all(Array.from({ length: 20 }, () => signIn(claims)));

    assert.equal(new Set(all.map((outcome) => 'person' in outcome && outcome.person.id)).size, 1);
    assert.ok('role' in all[0]! && all[0].role === 'EMPLOYEE');
  });
});
