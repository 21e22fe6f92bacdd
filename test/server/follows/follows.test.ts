import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type GlobalId, newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import type { EventReader } from '../../support/server/event-reader.ts';
import { follow as followEvents } from '../../support/server/follow.ts';
import { type Answer, codes, Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { until } from '../../support/server/until.ts';

const setting = 'source { id viewerFollow }';
const chosen = `{ viewer { follows { totalCount nodes { level source { id } } } } }`;

describe('what people follow', () => {
  let intranet: Intranet;
  let gil: Employee;
  before(async () => {
    intranet = await startIntranet();
    intranet.server.app.start();
    await addPeople(intranet.server, { gil: { name: 'Gil Outside', kind: 'GUEST' }, dan: { name: 'Dan Gone' } });
    gil = new Employee(intranet.server, 'gil');
  });
  after(() => intranet.close());

  function set(who: Employee, sourceId: string, level: string | null, input: object = {}): Promise<Answer> {
    intranet.server.clock.advance(1000);
    return who.client.attempt('setFollow', { sourceId, level, ...input }, setting);
  }

  async function own(who: Employee, id: string): Promise<string | null> {
    return (await who.node(id, '... on Followable { viewerFollow }')).viewerFollow;
  }

  async function list(who: Employee): Promise<[id: string, level: string][]> {
    const { follows } = (await who.client.query(chosen)).viewer;
    assert.equal(follows.totalCount, follows.nodes.length);
    return follows.nodes.map(({ source, level }: Answer) => [source.id, level]);
  }

  async function personId(handle: string): Promise<GlobalId> {
    return (await intranet.adam.client.query(`{ person(handle: "${handle}") { id } }`)).person.id;
  }

  async function group(input: object): Promise<{ id: GlobalId; handle: string }> {
    return (await intranet.ana.client.mutate('addGroup', { name: `Group ${newId()}`, ...input }, 'group { id handle }'))
      .group;
  }

  it('is each person’s own: a page, a post, a person and a group, at the level that they choose', async () => {
    const { ana, bob, adam } = intranet;
    const page = await bob.page('followed');
    const post = await ana.post('company', 'Some news');
    const { id: groupId } = await group({});
    const sources = [page.id, post, await personId('cleo'), groupId];

    for (const id of sources) {
      assert.equal(await own(bob, id), null);
      assert.deepEqual(await set(bob, id, 'ALL'), { source: { id, viewerFollow: 'ALL' }, userErrors: [] });
      assert.equal(await own(bob, id), 'ALL');
      assert.equal(await own(adam, id), null);
      assert.equal((await set(bob, id, 'MENTIONS')).source.viewerFollow, 'MENTIONS');
    }
    assert.deepEqual(await list(bob), sources.map((id) => [id, 'MENTIONS']).toReversed());

    assert.deepEqual(await set(bob, post, null), { source: { id: post, viewerFollow: null }, userErrors: [] });
    assert.deepEqual(codes(await set(bob, post, null)), []);
    assert.equal(await own(bob, post), null);
    assert.equal((await list(bob)).length, 3);
  });

  it('stores a page when it is followed, with its title, and not before', async () => {
    const { db } = intranet.server.app.database;
    const key = 'http://intranet.localhost/unseen';
    const { id } = await intranet.bob.page(key).catch(() => intranet.bob.page('unseen'));
    const pages = () => db.selectFrom('page').select('key').where('key', 'like', '%unseen').execute();

    assert.deepEqual(codes(await set(intranet.bob, id, null)), []);
    assert.deepEqual(await pages(), []);
    assert.deepEqual(codes(await set(intranet.bob, id, 'ALL', { page: { title: 'Unseen', url: 'unseen' } })), []);

    assert.equal((await pages()).length, 1);
    assert.equal((await intranet.ana.page('unseen')).title, 'Unseen');
  });

  it('is only what can be followed, and never oneself', async () => {
    const { ana, bob, nobody } = intranet;
    const post = await ana.post('company', 'Some news');
    const comment = await ana.comment(post, 'A comment');

    assert.deepEqual(codes(await set(bob, await personId('bob'), 'ALL')), ['INVALID']);
    assert.deepEqual(codes(await set(bob, comment, 'ALL')), ['INVALID']);
    assert.deepEqual(codes(await set(bob, toGlobalId('Wall', 'company'), 'ALL')), ['INVALID']);
    assert.deepEqual(codes(await set(bob, 'nonsense', 'ALL')), ['INVALID']);
    const { group } = await ana.client.mutate('addGroup', { name: 'Gone' }, 'group { id }');
    await ana.client.mutate('deleteGroup', { groupId: group.id }, 'group { id }');
    assert.deepEqual(codes(await set(ana, group.id, 'ALL')), ['NOT_FOUND']);
    assert.deepEqual(codes(await set(nobody, post, 'ALL')), ['UNAUTHENTICATED']);
    assert.equal(await own(nobody, post), null);
    for (const type of ['Post', 'Person', 'Group'])
      assert.deepEqual(codes(await set(bob, toGlobalId(type, newId()), 'ALL')), ['NOT_FOUND'], type);

    await ana.mutatePost('deletePost', { postId: post });
    assert.deepEqual(codes(await set(bob, post, 'ALL')), ['NOT_FOUND']);
  });

  it('is only what one may read: groups, restricted pages, and people', async () => {
    const { ana, bob, adam } = intranet;
    const [hidden, closed] = [
      await group({ visibility: 'HIDDEN', join: 'INVITE' }),
      await group({ visibility: 'PRIVATE', join: 'REQUEST' }),
    ];
    const among = await ana.post(`group:${closed.handle}`, 'Among us');
    const { id: page } = await ana.page('/hr/pay').catch(() => ana.page('hr-pay'));
    await intranet.server.app.services.subjects.ruling.set(null, {
      pattern: 'hr-pay',
      readers: `group:${closed.handle}`,
    });

    assert.deepEqual(codes(await set(bob, hidden.id, 'ALL')), ['NOT_FOUND']);
    assert.deepEqual(codes(await set(bob, closed.id, 'ALL')), ['FORBIDDEN']);
    assert.deepEqual(codes(await set(adam, closed.id, 'ALL')), ['FORBIDDEN']);
    assert.deepEqual(codes(await set(bob, among, 'ALL')), ['NOT_FOUND']);
    assert.deepEqual(codes(await set(bob, page, 'ALL')), ['NOT_FOUND']);
    for (const id of [hidden.id, closed.id, among, page]) assert.deepEqual(codes(await set(ana, id, 'ALL')), [], id);
    assert.deepEqual(codes(await set(gil, await personId('ana'), 'ALL')), ['NOT_FOUND']);
  });

  it('is listed as far as it may still be read, and there again when it may', async () => {
    const { ana, cleo } = intranet;
    const place = await group({ visibility: 'PRIVATE', join: 'REQUEST' });
    const who = { groupId: place.id, personId: await personId('cleo') };
    const join = (role: string | null) => ana.client.mutate('setMembership', { ...who, role }, 'group { id }');
    await join('MEMBER');
    const among = await ana.post(`group:${place.handle}`, 'Among us');
    await set(cleo, place.id, 'ALL');
    await set(cleo, among, 'NONE');
    const both = [
      [among, 'NONE'],
      [place.id, 'ALL'],
    ];
    assert.deepEqual(await list(cleo), both);

    await join(null);
    assert.deepEqual(await list(cleo), []);
    await join('MEMBER');
    assert.deepEqual(await list(cleo), both);
    await ana.client.mutate('deleteGroup', { groupId: place.id }, 'group { id }');
    assert.deepEqual(await list(cleo), []);
    assert.deepEqual(codes(await set(cleo, place.id, 'ALL')), ['NOT_FOUND']);
    await ana.client.mutate('restoreGroup', { groupId: place.id }, 'group { id }');
    assert.deepEqual(await list(cleo), both);
  });

  it('is listed a page at a time', async () => {
    const { adam } = intranet;
    for (const key of ['a', 'b', 'c']) await set(adam, (await adam.page(`list-${key}`)).id, 'ALL');
    const query = `query ($after: String) { viewer { follows(first: 2, after: $after) {
      pageInfo { endCursor hasNextPage } nodes { source { ... on Page { key } } } } } }`;
    const first = (await adam.client.query(query)).viewer.follows;
    const rest = (await adam.client.query(query, { after: first.pageInfo.endCursor })).viewer.follows;

    const keys = [...first.nodes, ...rest.nodes].map(({ source }) => source.key);
    assert.deepEqual(keys, ['list-c', 'list-b', 'list-a']);
    assert.deepEqual([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage], [true, false]);
  });

  it('ends with those who leave, whom nobody begins to follow', async () => {
    const { adam, bob } = intranet;
    const dan = await personId('dan');
    await set(bob, dan, 'ALL');
    await adam.client.mutate('deactivatePerson', { personId: dan }, 'person { id }');

    assert.deepEqual(codes(await set(bob, dan, 'MENTIONS')), ['NOT_FOUND']);
    assert.deepEqual(codes(await set(bob, dan, null)), []);
  });

  it('is known at once in the other tabs of the same person, and to nobody else', async () => {
    const { ana, bob } = intranet;
    const query = `subscription ($topics: [ID!]!) { events(topics: $topics) {
      __typename cursor ... on FollowChanged { source } ... on PostAdded { post { id } } ... on Subscribed { topics } } }`;
    const { id } = await bob.page('two-tabs');
    const topics = [await personId('ana'), await personId('bob'), id, toGlobalId('Wall', 'company')];
    const [his, hers] = await Promise.all([bob, ana].map(({ client }) => followEvents(client, topics, { query })));

    for (const level of ['ALL', 'ALL', null, null]) await set(bob, id, level);
    const sign = await ana.post('company', 'A sign');
    for (const reader of [his!, hers!]) await until(() => reader.events.at(-1)?.post?.id === sign);

    const told = ({ events }: EventReader) => events.filter(({ source }) => source === id);
    assert.deepEqual([told(his!).length, told(hers!).length], [2, 0]);
  });

  it('is what was chosen last, when two tabs choose at once', async () => {
    const { bob } = intranet;
    const { id } = await bob.page('races');
    const levels = ['ALL', 'MENTIONS', 'NONE', null, 'ANSWERS'];

    const answers = await Promise.all([...levels, ...levels, ...levels].map((level) => set(bob, id, level)));

    assert.deepEqual(answers.flatMap(codes), []);
    assert.ok(levels.includes(await own(bob, id)));
    await set(bob, id, 'MENTIONS');
    assert.equal(await own(bob, id), 'MENTIONS');
    const input = { sourceId: id, level: 'ALL', idempotencyKey: 'follow-it-once' };
    const send = () => bob.client.attempt('setFollow', input, setting);
    await Promise.all([send(), send()]);
    await set(bob, id, null);
    await send();
    assert.equal(await own(bob, id), null);
  });
});
