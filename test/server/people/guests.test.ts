import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { type Answer, Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';

const search = `query ($query: String!) { people(query: $query, first: 10) {
  totalCount unmatchedWords nodes { handle } edges { matches { field value } }
  facets { department { value count } location { value count } expertise { value count } } } }`;

describe('guests', () => {
  let intranet: Intranet;
  let guest: Employee;
  let bot: Employee;
  let news: string;

  before(async () => {
    intranet = await startIntranet();
    await addPeople(intranet.server, {
      gil: { name: 'Gil Visiteur', email: 'gil@elsewhere.example', kind: 'GUEST' },
      gus: { name: 'Gus Visiteur', kind: 'GUEST', role: 'COMMUNICATOR' },
      bot: { name: 'Menu Bot', kind: 'SERVICE' },
    });
    guest = new Employee(intranet.server, 'gil');
    bot = new Employee(intranet.server, 'bot');
    news = (await intranet.ana.page('news')).id;
    await intranet.ana.comment(news, 'Hello @bob');
  });
  after(() => intranet.close());

  const people = async (who: Employee, query: string) => (await who.client.query(search, { query })).people;
  const handles = (found: Answer) => found.nodes.map(({ handle }: Answer) => handle);
  const idOf = async (handle: string) => {
    const [found] = (await intranet.server.app.services.people.resolveHandles([handle])).values();
    return toGlobalId('Person', found!.id);
  };

  it('find themselves in the directory, by anything of theirs, and nobody else', async () => {
    for (const query of ['', 'gil', 'visiteur', 'Gill Visiteur', 'gil@elsewhere.example', 'gi']) {
      const found = await people(guest, query);
      assert.deepEqual([handles(found), found.totalCount], [['gil'], 1], query);
    }
    assert.deepEqual((await people(guest, 'gil')).edges[0].matches, [{ field: 'NAME', value: 'Gil Visiteur' }]);
  });

  it('get the same result for the words of others as for words that no one has', async () => {
    const nobodys = await people(guest, 'zzyzx');

    for (const query of ['bob', 'Bob Stone', 'stone', 'ana', '@cleo', 'gus']) {
      assert.deepEqual(await people(guest, query), nobodys, query);
    }
    const [known, unknown] = [await people(guest, 'gil bob'), await people(guest, 'gil zzz')];
    assert.deepEqual([known.unmatchedWords, unknown.unmatchedWords], [['bob'], ['zzz']]);
  });

  it('find nobody else by handle or id, and no wall of anybody', async () => {
    const byHandle = `query ($handle: String!, $wall: String!) {
      person(handle: $handle) { handle } wall(key: $wall) { key } }`;
    const look = (handle: string) => guest.client.query(byHandle, { handle, wall: `person:${handle}` });

    assert.deepEqual(await look('bob'), { person: null, wall: null });
    assert.deepEqual(await look('bob'), await look('no.one'));
    assert.deepEqual(await look('gil'), { person: { handle: 'gil' }, wall: { key: 'person:gil' } });
    assert.equal(await guest.node(await idOf('bob'), '... on Person { handle }'), null);
    assert.equal((await guest.node(await idOf('gil'), '... on Person { handle }')).handle, 'gil');
  });

  it('complete and mention nobody else than those in a group with them', async () => {
    const completion = `query ($query: String!, $subject: ID) {
      mentionablePeople(query: $query, subject: $subject) { handle } }`;
    const offered = async (query: string) =>
      (await guest.client.query(completion, { query, subject: news })).mentionablePeople;
    const { group } = await intranet.ana.client.mutate('addGroup', { name: 'Audit' }, 'group { id handle }');
    const named = { groupId: group.id, personId: await idOf('gil'), role: 'GUEST' };
    await intranet.ana.client.mutate('setMembership', named, 'group { id }');
    const post = await intranet.ana.post(`group:${group.handle}`);
    const { comment } = await guest.addComment(post, 'Dear @bob and @nobody.here');

    assert.deepEqual([await offered('bob'), await offered('cleo')], [[], []]);
    assert.deepEqual(await offered('gil'), [{ handle: 'gil' }]);
    assert.deepEqual(await offered('ana'), [{ handle: 'ana' }]);
    assert.doesNotMatch(JSON.stringify(comment.body.tree), /Bob Stone/);
  });

  it('read who wrote what they read, but not whom those work for, nor how to reach them', async () => {
    const { nodes } = await guest.comments(
      news,
      'first: 5',
      'author { handle name kind email reports(first: 5) { totalCount } manager { handle } managers { handle } }',
    );

    assert.deepEqual(nodes[0].author, {
      ...{ handle: 'ana', name: 'Ana Lima', kind: 'EMPLOYEE', email: null },
      ...{ reports: { totalCount: 0 }, manager: null, managers: [] },
    });
  });

  it('are guests with any role', async () => {
    const found = await people(new Employee(intranet.server, 'gus'), '');

    assert.deepEqual(handles(found), ['gus']);
  });

  it('are known as guests where others mention them', async () => {
    const { comment } = await intranet.ana.addComment(news, 'Welcome @gil');

    const mention = { t: 'mention', handle: 'gil', name: 'Gil Visiteur', kind: 'GUEST' };
    assert.deepEqual(comment.body.tree, [{ t: 'p', c: ['Welcome ', mention] }]);
  });

  it('are found by employees, and by services, who find everybody', async () => {
    assert.deepEqual(handles(await people(intranet.bob, 'visiteur')), ['gil', 'gus']);
    assert.deepEqual(handles(await people(bot, 'stone')), ['bob']);
  });
});
