import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type GlobalId, toGlobalId } from '../../../server/src/platform/ids.ts';
import type { EventReader } from '../../support/server/event-reader.ts';
import { follow } from '../../support/server/follow.ts';
import { until } from '../../support/server/until.ts';
import { type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';

const query = `subscription ($topics: [ID!]!) { events(topics: $topics) {
  __typename cursor ... on OwnGroupsChanged { person } ... on PostAdded { post { id } } ... on Subscribed { topics } } }`;

describe('what happens to the groups of a person', () => {
  let intranet: Intranet;
  let ids: Record<'ana' | 'bob', GlobalId>;
  before(async () => {
    intranet = await startIntranet();
    intranet.server.app.start();
    ids = { ana: await idOf('ana'), bob: await idOf('bob') };
  });
  after(() => intranet.close());

  async function idOf(handle: string): Promise<GlobalId> {
    const person = 'query ($handle: String!) { person(handle: $handle) { id } }';
    return (await intranet.ana.client.query(person, { handle })).person.id;
  }

  function act(who: Employee, name: string, input: object): Promise<unknown> {
    return who.client.mutate(name, { ...input }, 'group { id }');
  }

  const told = ({ events }: EventReader) => events.flatMap(({ person }) => person ?? []);

  it('is told to them and nobody else, whoever follows them', async () => {
    const { ana, bob, cleo, adam, nobody } = intranet;
    const wall = toGlobalId('Wall', 'company');
    const topics = [...Object.values(ids), wall];
    const his = await follow(bob.client, topics, { query });
    const others = await Promise.all([ana, cleo, adam, nobody].map(({ client }) => follow(client, topics, { query })));

    const hidden = { name: 'Mistral', visibility: 'HIDDEN', join: 'INVITE' };
    const { group } = await ana.client.mutate('addGroup', hidden, 'group { id }');
    const membership = { groupId: group.id, personId: ids.bob };
    await act(ana, 'inviteToGroup', membership);
    await his.have(1);
    await act(bob, 'joinGroup', { groupId: group.id });
    await his.have(2);
    await act(ana, 'setMembership', { ...membership, role: 'ANIMATOR' });
    const before = (await his.have(3)).length;
    await act(ana, 'setMembership', { ...membership, role: null });
    await his.have(before + 1);
    // What comes after all of this.
    const sign = await ana.post('company', 'A sign');
    for (const reader of [his, ...others]) await until(() => reader.events.at(-1)?.post?.id === sign);

    assert.deepEqual(new Set(await his.subscribed()), new Set([ids.bob, wall]));
    assert.deepEqual(new Set(told(his)), new Set([ids.bob]));
    const [hers, ...strangers] = others;
    assert.deepEqual(new Set(await hers!.subscribed()), new Set([ids.ana, wall]));
    assert.deepEqual(new Set(told(hers!)), new Set([ids.ana]));
    for (const stranger of strangers) {
      assert.deepEqual(await stranger.subscribed(), [wall]);
      assert.deepEqual(told(stranger), []);
    }
  });

  it('is also that they were refused, and that they took a request back', async () => {
    const { ana, bob } = intranet;
    const closed = { name: 'Works council', visibility: 'PRIVATE', join: 'REQUEST' };
    const { group } = await ana.client.mutate('addGroup', closed, 'group { id }');
    const his = await follow(bob.client, [ids.bob], { query });

    await act(bob, 'requestMembership', { groupId: group.id });
    await his.have(1);
    await act(ana, 'decideMembership', { groupId: group.id, personId: ids.bob, accept: false });
    await his.have(2);
    await act(bob, 'requestMembership', { groupId: group.id });
    await his.have(3);
    await act(bob, 'leaveGroup', { groupId: group.id });

    await his.have(4);
  });
});
