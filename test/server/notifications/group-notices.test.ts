import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { follow } from '../../support/server/follow.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { published, told } from '../../support/server/told.ts';
import { until } from '../../support/server/until.ts';

describe('notifications of groups', () => {
  let intranet: Intranet;
  const ids: Record<string, string> = {};
  before(async () => {
    intranet = await startIntranet();
    await addPeople(intranet.server, { gil: { name: 'Gil Outside', kind: 'GUEST' } });
    for (const handle of ['ana', 'bob', 'cleo', 'gil'])
      ids[handle] = (await intranet.adam.client.query(`{ person(handle: "${handle}") { id } }`)).person.id;
    intranet.server.app.start();
  });
  after(() => intranet.close());

  let number = 0;
  /** A group of Ana's. */
  const group = async (settings: object = { visibility: 'PRIVATE', join: 'REQUEST' }): Promise<string> => {
    const input = { name: `Group ${++number}`, ...settings };
    return (await intranet.ana.client.mutate('addGroup', input, 'group { id }')).group.id;
  };
  const mutate = ({ client }: Employee, name: string, input: Record<string, unknown>) =>
    client.mutate(name, input, 'group { id }');
  const nodes = async ({ client }: Employee, selection: string): Promise<Answer[]> => {
    await told(intranet.server);
    const query = `{ viewer { inbox { notifications(first: 20, unread: true) { nodes { ${selection} } } } } }`;
    return (await client.query(query)).viewer.inbox.notifications.nodes;
  };
  const texts = async (who: Employee, language = 'en'): Promise<string[]> =>
    (await nodes(who, `text(language: "${language}")`)).map(({ text }) => text.replaceAll('\u00a0', ' '));
  const unseen = async ({ client }: Employee): Promise<number> => {
    await told(intranet.server);
    return (await client.query('{ viewer { inbox { unseenCount } } }')).viewer.inbox.unseenCount;
  };
  const clear = async (...people: Employee[]) => {
    await told(intranet.server);
    for (const { client } of people) await client.mutate('markNotificationsRead', {}, 'inbox { id }');
  };

  it('tell those who decide who asks to join, together, until one of them has decided', async () => {
    const { ana, bob, cleo, adam } = intranet;
    const groupId = await group();
    await mutate(ana, 'setMembership', { groupId, personId: ids['cleo'], role: 'ANIMATOR' });
    await clear(ana, cleo, bob);
    await mutate(bob, 'requestMembership', { groupId });
    await told(intranet.server);
    await mutate(adam, 'requestMembership', { groupId });

    for (const who of [ana, cleo]) {
      const [asked] = await nodes(who, 'kind level text group { id } place peopleCount');
      assert.deepEqual(asked, {
        ...{ kind: 'MEMBERSHIP_REQUESTED', level: 'ACTION', group: { id: groupId }, place: 'Group 1', peopleCount: 2 },
        text: 'Adam Root and Bob Stone ask to join “Group 1”',
      });
      assert.equal(await unseen(who), 1);
    }
    assert.equal((await texts(ana, 'fr'))[0], 'Adam Root et Bob Stone demandent à rejoindre le groupe « Group 1 »');

    await mutate(cleo, 'decideMembership', { groupId, personId: ids['bob'], accept: true });
    assert.deepEqual(await texts(ana), ['Adam Root asks to join “Group 1”']);
    await mutate(adam, 'leaveGroup', { groupId });
    assert.deepEqual(await texts(ana), []);
    assert.deepEqual([await unseen(ana), await unseen(cleo)], [0, 0]);
    assert.deepEqual(await texts(bob), ['Cléo Martin let you into “Group 1”']);
    assert.deepEqual(await texts(bob, 'fr'), ['Cléo Martin vous a ouvert le groupe « Group 1 »']);
  });

  it('tell who was refused, and nobody else', async () => {
    const { ana, bob, cleo } = intranet;
    const groupId = await group();
    await clear(ana, bob, cleo);
    await mutate(bob, 'requestMembership', { groupId });
    await mutate(ana, 'decideMembership', { groupId, personId: ids['bob'], accept: false });
    assert.deepEqual(await texts(bob), ['Ana Lima declined your request to join “Group 2”']);
    assert.deepEqual([await texts(ana), await texts(cleo)], [[], []]);
    // Who asks again has no answer yet.
    await mutate(bob, 'requestMembership', { groupId });
    assert.deepEqual(await texts(bob), []);
  });

  it('tell who is invited, a guest too, until they are in it or it is closed', async () => {
    const { ana, bob, server } = intranet;
    const gil = { client: server.as('gil') } as Employee;
    const groupId = await group({ visibility: 'HIDDEN', join: 'INVITE' });
    await clear(bob);
    await mutate(ana, 'inviteToGroup', { groupId, personId: ids['bob'] });
    await mutate(ana, 'inviteToGroup', { groupId, personId: ids['gil'] });
    const [invited] = await nodes(bob, 'kind level text group { name }');
    assert.deepEqual(invited, {
      ...{ kind: 'INVITED_TO_GROUP', level: 'ACTION', group: { name: 'Group 3' } },
      text: 'Ana Lima invited you to join “Group 3”',
    });
    assert.deepEqual(await texts(gil, 'fr'), ['Ana Lima vous propose de rejoindre le groupe « Group 3 »']);

    await mutate(bob, 'joinGroup', { groupId });
    assert.deepEqual(await texts(bob), []);
    await mutate(ana, 'setGroupArchived', { groupId, archived: true });
    assert.deepEqual([await texts(gil), await unseen(gil)], [[], 0]);
    await mutate(ana, 'setGroupArchived', { groupId, archived: false });
    assert.equal(await unseen(gil), 1);
    await mutate(ana, 'deleteGroup', { groupId });
    assert.deepEqual([await texts(gil), await unseen(gil)], [[], 0]);
  });

  it('tell of a role; who runs a group since then is told who waits, and who does no more sees it no more', async () => {
    const { ana, bob, cleo } = intranet;
    const groupId = await group();
    await mutate(ana, 'setMembership', { groupId, personId: ids['bob'], role: 'MEMBER' });
    await mutate(cleo, 'requestMembership', { groupId });
    await clear(bob);
    await mutate(ana, 'setMembership', { groupId, personId: ids['bob'], role: 'ANIMATOR' });
    assert.deepEqual((await texts(bob)).sort(), [
      'Ana Lima changed your role in “Group 4”',
      'Cléo Martin asks to join “Group 4”',
    ]);
    assert.equal(await unseen(bob), 2);

    await mutate(ana, 'setMembership', { groupId, personId: ids['bob'], role: 'MEMBER' });
    assert.deepEqual(await texts(bob), ['Ana Lima changed your role in “Group 4”']);
    assert.equal(await unseen(bob), 1);
    await mutate(ana, 'setMembership', { groupId, personId: ids['bob'] });
    assert.deepEqual([await texts(bob), await unseen(bob)], [[], 0]);
  });

  it('tell live, and a lost right too', async () => {
    const { ana, bob } = intranet;
    const groupId = await group();
    await clear(bob);
    await published(intranet.server);
    const query = `subscription ($topics: [ID!]!) { events(topics: $topics) {
      __typename cursor ... on InboxChanged { inbox { unseenCount } } ... on Subscribed { topics } } }`;
    const stream = await follow(bob.client, [ids['bob']!], { query });
    const counts = () =>
      stream.events.filter(({ __typename }) => __typename === 'InboxChanged').map(({ inbox }) => inbox.unseenCount);
    await mutate(ana, 'setMembership', { groupId, personId: ids['bob'], role: 'MEMBER' });
    await until(() => counts().at(-1) === 1);
    await mutate(ana, 'setMembership', { groupId, personId: ids['bob'] });
    await until(() => counts().at(-1) === 0);
    await stream.close();
  });

  it('tell who is asked to take over a group that its owner left, until they answer', async () => {
    const { adam, bob, cleo, server } = intranet;
    await addPeople(server, { dora: { name: 'Dora Away' } });
    const dora = { client: server.as('dora') } as Employee;
    const { id: personId } = (await adam.client.query('{ person(handle: "dora") { id } }')).person;
    const input = { name: 'Orphan', visibility: 'PRIVATE', join: 'REQUEST' };
    const { id: groupId } = (await dora.client.mutate('addGroup', input, 'group { id }')).group;
    for (const handle of ['bob', 'cleo'])
      await mutate(dora, 'setMembership', { groupId, personId: ids[handle], role: 'MEMBER' });
    await clear(bob, cleo);
    await adam.client.mutate('deactivatePerson', { personId }, 'person { id }');
    const wanted = 'Dora Away left: will you take over “Orphan”, which needs an owner?';
    await until(async () => (await texts(bob)).length + (await texts(cleo)).length > 0);
    const [first, second] = (await texts(bob)).length > 0 ? [bob, cleo] : [cleo, bob];
    assert.deepEqual([await texts(first), await texts(second)], [[wanted], []]);
    assert.equal((await nodes(first, 'level'))[0].level, 'ACTION');

    await mutate(first, 'declineOwnership', { groupId });
    await until(async () => (await texts(second)).length > 0);
    assert.deepEqual([await texts(first), await texts(second)], [[], [wanted]]);
    await mutate(second, 'acceptOwnership', { groupId });
    assert.deepEqual(await texts(second), []);
  });

  it('go along with a person who turns out to be another, and are withdrawn from them', async () => {
    const { ana, bob, server } = intranet;
    await addPeople(server, { bob2: { name: 'Bob Double' } });
    const { id: personId } = (await bob.client.query('{ person(handle: "bob2") { id } }')).person;
    const groupId = await group({ name: 'Merged', visibility: 'PRIVATE', join: 'INVITE' });
    await clear(bob);
    await mutate(ana, 'inviteToGroup', { groupId, personId });
    await told(server);
    await server.app.services.people.merge('bob', 'bob2');
    assert.deepEqual(await texts(bob), ['Ana Lima invited you to join “Merged”']);
    await mutate(bob, 'joinGroup', { groupId });
    assert.deepEqual(await texts(bob), []);
  });

  it('are none for who mutes the group', async () => {
    const { ana, bob } = intranet;
    const groupId = await group();
    await clear(ana);
    await mutate(bob, 'requestMembership', { groupId });
    assert.equal(await unseen(ana), 1);
    await ana.client.mutate('muteNotifications', { sourceId: groupId }, 'settings { mailAvailable }');
    assert.equal(await unseen(ana), 0);
    await mutate(intranet.cleo, 'requestMembership', { groupId });
    assert.equal(await unseen(ana), 0);
  });
});
