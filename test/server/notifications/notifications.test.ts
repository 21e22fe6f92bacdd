import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import type { EventReader } from '../../support/server/event-reader.ts';
import { follow } from '../../support/server/follow.ts';
import { type Answer, type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { until } from '../../support/server/until.ts';
import { published, told } from '../../support/server/told.ts';

const notificationFields = 'id kind level text peopleCount people { handle } excerpt place url isSeen isRead at';

describe('notifications', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
    intranet.server.app.start();
  });
  after(() => intranet.close());

  /** What somebody finds in their inbox, once all that waited is done. */
  const inbox = async (who: Employee, args = 'first: 20'): Promise<Answer[]> => {
    await settled();
    return (
      await who.client.query(`{ viewer { inbox { notifications(${args}) { nodes { ${notificationFields} } } } } }`)
    ).viewer.inbox.notifications.nodes;
  };
  const unseen = async (who: Employee): Promise<number> => {
    await settled();
    return (await who.client.query('{ viewer { inbox { unseenCount } } }')).viewer.inbox.unseenCount;
  };
  const settled = () => told(intranet.server);
  /** Everybody begins with an inbox of which all is read. */
  const clear = async (...people: Employee[]) => {
    await settled();
    for (const who of people) await who.client.mutate('markNotificationsRead', {}, 'inbox { id }');
  };
  const page = (name: string) => toGlobalId('Page', name);

  it('tell whom a comment names, whom it answers, and nobody of what they did themselves', async () => {
    const { ana, bob, cleo } = intranet;
    const first = await ana.comment(page('menu'), 'Soup again?');
    await bob.comment(first, 'Yes, ask @cleo or @bob');

    const [reply] = await inbox(ana);
    assert.deepEqual(
      { ...reply, id: '', at: '' },
      {
        ...{ id: '', at: '', kind: 'REPLIED', level: 'INFORMATION', text: 'Bob Stone replied to your comment' },
        ...{ peopleCount: 1, people: [{ handle: 'bob' }], excerpt: 'Yes, ask @Cléo Martin or @Bob Stone' },
        ...{ place: null, url: null, isSeen: false, isRead: false },
      },
    );
    assert.deepEqual(
      (await inbox(cleo)).map(({ kind }) => kind),
      ['MENTIONED_IN_COMMENT'],
    );
    assert.deepEqual(await inbox(bob), []);
    assert.equal(await unseen(ana), 1);
    assert.equal(await unseen(bob), 0);
  });

  it('are said in the language of who reads', async () => {
    const { ana, bob, cleo } = intranet;
    await clear(ana, bob, cleo);
    const own = await ana.comment(page('langue'), 'Bonjour');
    await bob.comment(own);
    await settled();
    await cleo.comment(own);
    await settled();

    const query =
      '{ viewer { inbox { notifications(first: 1) { nodes { fr: text(language: "fr-CA") en: text(language: "de") } } } } }';
    const [{ fr, en }] = (await ana.client.query(query)).viewer.inbox.notifications.nodes;
    assert.equal(fr, 'Cléo Martin et Bob Stone ont répondu à votre commentaire');
    assert.equal(en, 'Cléo Martin and Bob Stone replied to your comment');
  });

  it('gather what is done to one thing, and move up', async () => {
    const { ana, bob, cleo, adam } = intranet;
    await clear(ana);
    const post = await ana.post('company', 'We have a new lift');
    // Who is told of first stands last.
    for (const who of [bob, cleo, adam]) {
      await who.react(post);
      await settled();
    }
    await bob.comment(post, 'At last');

    const [commented, reacted] = await inbox(ana);
    assert.equal(commented.kind, 'COMMENTED_ON_YOURS');
    assert.equal(reacted.text, 'Adam Root, Cléo Martin, and Bob Stone reacted to your post');
    assert.equal(reacted.excerpt, 'We have a new lift');
    assert.equal(await unseen(ana), 2);

    await cleo.react(post, null);
    const [, taken] = await inbox(ana);
    assert.equal(taken.peopleCount, 2);
    for (const who of [bob, adam]) await who.react(post, null);
    assert.deepEqual(
      (await inbox(ana, 'first: 20, unread: true')).map(({ kind }) => kind),
      ['COMMENTED_ON_YOURS'],
    );
    assert.equal(await unseen(ana), 1);
  });

  it('are withdrawn with what they tell of, and come back with it', async () => {
    const { ana, bob } = intranet;
    await clear(ana);
    const own = await ana.comment(page('withdrawn'), 'Mine');
    const reply = await bob.comment(own, 'Yours');
    assert.equal(await unseen(ana), 1);

    await bob.deleteComment(reply);
    assert.deepEqual(await inbox(ana, 'first: 20, unread: true'), []);
    assert.equal(await unseen(ana), 0);
    await bob.restoreComment(reply);
    assert.equal(await unseen(ana), 1);
  });

  it('follow an edit: those it names now are told, those it named are not', async () => {
    const { ana, bob, cleo, adam } = intranet;
    await clear(ana, cleo, adam);
    const comment = await bob.comment(page('edit'), 'Hello @ana and @cleo');
    assert.deepEqual([await unseen(ana), await unseen(cleo), await unseen(adam)], [1, 1, 0]);

    await bob.updateComment(comment, 'Hello @cleo and @adam');
    assert.deepEqual([await unseen(ana), await unseen(cleo), await unseen(adam)], [0, 1, 1]);
    assert.equal((await inbox(cleo, 'first: 20, unread: true')).length, 1);
  });

  it('tell who took part of what comes after, once, by the strongest reason', async () => {
    const { ana, bob, cleo } = intranet;
    await clear(ana, bob, cleo);
    const key = page('part');
    const first = await ana.comment(key, 'First');
    // Who comments in the same moment as another one does not follow yet.
    await settled();
    await bob.comment(key, 'Second');
    await settled();
    await cleo.comment(first, 'Third, as @ana says');

    assert.deepEqual(
      (await inbox(ana, 'first: 20, unread: true')).map(({ kind }) => kind),
      ['MENTIONED_IN_COMMENT', 'COMMENTED'],
    );
    assert.deepEqual(
      (await inbox(bob, 'first: 20, unread: true')).map(({ kind }) => kind),
      ['COMMENTED'],
    );
  });

  it('are seen, read and unread; what is read is new again with the next act', async () => {
    const { ana, bob, cleo } = intranet;
    await clear(ana);
    const own = await ana.comment(page('states'), 'Mine');
    await bob.comment(own);
    const [{ id, at }] = await inbox(ana);
    await ana.client.mutate('markNotificationsSeen', { until: at }, 'inbox { unseenCount }');
    assert.equal(await unseen(ana), 0);
    assert.deepEqual(
      (await inbox(ana, 'first: 1')).map(({ isSeen, isRead }) => [isSeen, isRead]),
      [[true, false]],
    );

    await ana.client.mutate('markNotificationsRead', { ids: [id] }, 'inbox { id }');
    assert.equal((await inbox(ana, 'first: 1'))[0].isRead, true);
    await ana.client.mutate('markNotificationsUnread', { ids: [id] }, 'inbox { id }');
    assert.deepEqual(
      (await inbox(ana, 'first: 1')).map(({ isSeen, isRead }) => [isSeen, isRead]),
      [[true, false]],
    );

    await ana.client.mutate('markNotificationsRead', { ids: [id] }, 'inbox { id }');
    await cleo.comment(own);
    const [again] = await inbox(ana, 'first: 1');
    assert.deepEqual([again.id, again.isRead, again.text], [id, false, 'Cléo Martin replied to your comment']);
    assert.equal(await unseen(ana), 1);
  });

  it('are read where their person has before them what they tell of', async () => {
    const { ana, bob } = intranet;
    await clear(ana);
    const own = await ana.comment(page('shown'), 'Mine');
    const reply = await bob.comment(own);
    assert.equal(await unseen(ana), 1);
    await ana.client.mutate('markNotificationsRead', { subjects: [reply] }, 'inbox { id }');
    assert.equal(await unseen(ana), 0);
  });

  it('are told live, to their person alone, with the number', async () => {
    const { ana, bob, cleo } = intranet;
    await clear(ana, cleo);
    const query = `subscription ($topics: [ID!]!, $after: String) { events(topics: $topics, after: $after) {
      __typename cursor ... on InboxChanged { inbox { unseenCount notifications(first: 1) { totalCount } } } ... on Subscribed { topics } } }`;
    const numbers = (events: Answer[]) =>
      events.filter(({ __typename }) => __typename === 'InboxChanged').map((event) => event.inbox.unseenCount);
    const tells = (stream: EventReader, expected: number[]) =>
      until(() => JSON.stringify(numbers(stream.events)) === JSON.stringify(expected));
    const ids = await Promise.all(
      [ana, cleo].map(async ({ client }) => (await client.query('{ viewer { person { id } } }')).viewer.person.id),
    );
    await published(intranet.server);
    const [toAna, toCleo] = await Promise.all([ana, cleo].map(({ client }) => follow(client, ids, { query })));

    const comment = await bob.comment(page('live'), 'For @ana and @cleo');
    await tells(toAna!, [1]);
    await tells(toCleo!, [1]);
    await ana.client.mutate('markNotificationsRead', { subjects: [comment] }, 'inbox { id }');
    await tells(toAna!, [1, 0]);
    await tells(toCleo!, [1]);
    const { cursor } = toCleo!.events.at(-1);

    // Who was away is told how it stands when they come back.
    await toCleo!.close();
    await bob.comment(page('live'), 'Again for @cleo');
    await published(intranet.server);
    const back = await follow(cleo.client, ids, { query, after: cursor });
    await tells(back, [2]);
    await Promise.all([toAna!.close(), back.close()]);
  });

  it('are not there for who may not read what they tell of any more', async () => {
    const { ana, bob, adam } = intranet;
    await clear(ana, bob);
    const { group } = await adam.client.mutate(
      'addGroup',
      { name: 'Quiet', visibility: 'PRIVATE', join: 'INVITE' },
      'group { id handle }',
    );
    const anaId = (await ana.client.query('{ viewer { person { id } } }')).viewer.person.id;
    const membership = { groupId: group.id, personId: anaId };
    await adam.client.mutate('setMembership', { ...membership, role: 'MEMBER' }, 'group { id }');
    await clear(ana);
    await adam.post(`group:${group.handle}`, 'Only among us, @ana and @bob');
    assert.deepEqual([await unseen(ana), await unseen(bob)], [1, 0]);
    assert.equal((await inbox(ana, 'first: 1'))[0].place, 'Quiet');

    await adam.client.mutate('setMembership', membership, 'group { id }');
    assert.equal(await unseen(ana), 0);
    assert.deepEqual(await inbox(ana, 'first: 20, unread: true'), []);
  });

  it('are none of no kinds, and none are marked where none are named', async () => {
    const { ana, bob } = intranet;
    await clear(ana);
    await bob.comment(page('none'), 'For @ana');

    assert.deepEqual(await inbox(ana, 'first: 20, kinds: []'), []);
    for (const marking of [{ ids: [] }, { subjects: [] }])
      await ana.client.mutate('markNotificationsRead', marking, 'inbox { id }');
    await ana.client.mutate('markNotificationsUnread', { ids: [] }, 'inbox { id }');
    assert.equal(await unseen(ana), 1);
  });

  it('ask for a sign-in, and take no foreign ids', async () => {
    const { ana, nobody } = intranet;
    const refused = await nobody.client.attempt('markNotificationsRead', {}, 'inbox { id }');
    assert.equal(refused.userErrors[0].code, 'UNAUTHENTICATED');
    const foreign = await ana.client.attempt('markNotificationsRead', { ids: [page('menu')] }, 'inbox { id }');
    assert.equal(foreign.userErrors[0].code, 'INVALID');
  });
});
