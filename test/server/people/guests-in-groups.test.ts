import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { codes, Employee } from '../../support/server/intranet.ts';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const team = {
  gil: { name: 'Gil Visiteur', kind: 'GUEST' },
  gus: { name: 'Gustave Partner', kind: 'GUEST' },
  olga: { name: 'Olga Stone', email: 'olga@example.org' },
  omar: { name: 'Omar Bellamy' },
  mia: { name: 'Mia Martin', email: 'mia@example.org' },
  adam: { name: 'Adam Root', role: 'ADMIN' },
} as const;
type Handle = keyof typeof team;

describe('guests, who find the people of their groups', () => {
  let database: TestDatabase;
  let servers: [TestServer, TestServer];
  let ids: Record<string, string>;
  beforeEach(async () => {
    database = await createSharedDatabase();
    const start = () => startTestServer({ DATABASE_URL: database.url });
    servers = [await start(), await start()];
    await addPeople(servers[0], team);
    ids = {};
    for (const handle of Object.keys(team))
      ids[handle] = (await as('adam').client.query(`{ person(handle: "${handle}") { id } }`)).person.id;
  });
  afterEach(async () => {
    for (const server of servers) await server.close();
    await database.drop();
  });

  const as = (handle: Handle, on: 0 | 1 = 0) => new Employee(servers[on], handle);
  const change = (who: Handle, operation: string, input: Record<string, unknown>) =>
    as(who).client.attempt(operation, input, 'group { id handle }');
  const name = (by: Handle, groupId: string, who: Handle, role: string | null) =>
    change(by, 'setMembership', { groupId, personId: ids[who], role });

  async function make(owner: Handle, members: Partial<Record<Handle, string>>, input: object = {}) {
    const settings = { name: `Of ${owner}`, visibility: 'HIDDEN', join: 'INVITE', ...input };
    const { group } = await change(owner, 'addGroup', settings);
    for (const [who, role] of Object.entries(members)) await name(owner, group.id, who as Handle, role);
    return group as { id: string; handle: string };
  }

  const everywhere = `query ($id: ID!, $handle: String!, $query: String!) {
    person(handle: $handle) { handle email }
    node(id: $id) { ... on Person { handle email } }
    nodes(ids: [$id]) { ... on Person { handle email } }
    people(query: $query, first: 10) { totalCount unmatchedWords nodes { handle } facets { department { count } } }
    mentionablePeople(query: $query) { handle } }`;

  /** What a guest is told of a person, on every way. */
  async function told(who: Handle, of: { id: string; handle: string; name: string }, on: 0 | 1 = 0): Promise<string> {
    const { id, handle, name: query } = of;
    const { person, node, nodes, people, mentionablePeople } = await as(who, on).client.query(everywhere, {
      id,
      handle,
      query,
    });
    const texts = [person, node, nodes, people, mentionablePeople].map((each) => JSON.stringify(each));
    return texts.join('\n').replaceAll(/Stone|Bellamy|Martin|Olga|Omar|Mia|Gustave|Partner|Nobody|Atall/g, 'NAME');
  }

  /** Whom a guest finds, and that all the ways agree. */
  async function found(who: Handle, on: 0 | 1 = 0): Promise<string[]> {
    const all = '{ people(query: "", first: 50) { totalCount nodes { handle } } }';
    const { people } = await as(who, on).client.query(all);
    const handles: string[] = people.nodes.map(({ handle }: { handle: string }) => handle);
    assert.equal(people.totalCount, handles.length);
    const nobody = { id: toGlobalId('Person', newId()), handle: 'no.one', name: 'Nobody Atall' };
    const none = await told(who, nobody, on);
    for (const handle of Object.keys(team).filter((each) => each !== who && each !== 'adam')) {
      const text = await told(who, { id: ids[handle]!, handle, name: team[handle as Handle].name }, on);
      if (handles.includes(handle))
        assert.equal(text.match(new RegExp(`"handle":"${handle}"`, 'g'))?.length, 5, handle);
      else assert.equal(text, none, handle);
    }
    return handles.sort();
  }

  it('find those of two groups, with how to reach them, and nobody of a third', async () => {
    await make('olga', { gil: 'GUEST' });
    await make('mia', { gil: 'GUEST', gus: 'GUEST' }, { visibility: 'PUBLIC', join: 'OPEN' });
    await make('omar', { adam: 'MEMBER' }, { visibility: 'PUBLIC', join: 'OPEN' });

    assert.deepEqual(await found('gil'), ['gil', 'gus', 'mia', 'olga']);
    assert.deepEqual(await found('gus'), ['gil', 'gus', 'mia']);
    const reached = '{ person(handle: "mia") { email manager { handle } managers { handle } reports { totalCount } } }';
    assert.deepEqual((await as('gil').client.query(reached)).person, {
      email: 'mia@example.org', manager: null, managers: [], reports: { totalCount: 0 },
    }); // prettier-ignore
  });

  it('find nobody where they are in none, and not whom they are only invited by', async () => {
    const { id } = await make('olga', {});
    await change('olga', 'inviteToGroup', { groupId: id, personId: ids['gil'] });

    assert.deepEqual(await found('gil'), ['gil']);
  });

  it('find them no more once they, or those, have left; at once, and on other nodes', async () => {
    const first = await make('olga', { gil: 'GUEST', omar: 'MEMBER' });
    const second = await make('mia', { gil: 'GUEST', omar: 'MEMBER' });
    for (const on of [0, 1] as const) assert.deepEqual(await found('gil', on), ['gil', 'mia', 'olga', 'omar']);

    await name('mia', second.id, 'omar', null);
    for (const on of [1, 0] as const) assert.deepEqual(await found('gil', on), ['gil', 'mia', 'olga', 'omar']);
    await name('olga', first.id, 'omar', null);
    for (const on of [1, 0] as const) assert.deepEqual(await found('gil', on), ['gil', 'mia', 'olga']);
    await change('gil', 'leaveGroup', { groupId: first.id });
    for (const on of [1, 0] as const) assert.deepEqual(await found('gil', on), ['gil', 'mia']);
  });

  it('find those of an archived group, and those of a deleted one when it is back', async () => {
    const { id } = await make('olga', { gil: 'GUEST' });

    await change('olga', 'setGroupArchived', { groupId: id, archived: true });
    assert.deepEqual(await found('gil'), ['gil', 'olga']);
    await change('olga', 'deleteGroup', { groupId: id });
    assert.deepEqual(await found('gil'), ['gil']);
    await change('olga', 'restoreGroup', { groupId: id });
    assert.deepEqual(await found('gil'), ['gil', 'olga']);
  });

  it('find people as they are now, and not those who have departed', async () => {
    await make('olga', { gil: 'GUEST', mia: 'MEMBER' });
    assert.deepEqual(await found('gil'), ['gil', 'mia', 'olga']);
    const search = async (query: string) =>
      (await as('gil').client.query(`{ people(query: "${query}") { nodes { handle } } }`)).people.nodes;
    const { people } = servers[0].app.services;

    await people.import(Readable.from(['handle,name\nmia,Mia Renamed']));
    assert.deepEqual([await search('Renamed'), await search('Martin')], [[{ handle: 'mia' }], []]);
    await people.commandRights({ handle: 'mia', change: { status: 'DEPARTED' } });
    assert.deepEqual(await search('Renamed'), []);
  });

  it('mention and invite those, and nobody else', async () => {
    const { id, handle } = await make('olga', { gil: 'MEMBER' });
    const post = await as('olga').post(`group:${handle}`);

    const { comment } = await as('gil').addComment(post, 'For @olga and @omar');
    const invitations = [];
    for (const personId of [ids['omar'], toGlobalId('Person', newId())])
      invitations.push(codes(await change('gil', 'inviteToGroup', { groupId: id, personId })));

    const mentioned = comment.body.tree[0].c.filter(({ t }: { t?: string }) => t === 'mention');
    assert.deepEqual(mentioned, [{ t: 'mention', handle: 'olga', name: 'Olga Stone' }]);
    assert.deepEqual(invitations, [['NOT_FOUND'], ['NOT_FOUND']]);
  });
});
