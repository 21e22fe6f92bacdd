import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { type Answer, codes, type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { told } from '../../support/server/told.ts';
import { until } from '../../support/server/until.ts';

const minute = 60_000;

describe('muted notifications', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
    intranet.server.app.start();
  });
  after(() => intranet.close());

  const change = ({ client }: Employee, name: string, input: Record<string, unknown>): Promise<Answer> =>
    client.attempt(
      name,
      input,
      'settings { muted { level mutedUntil source { id } } kinds { kind delivery mutedUntil } }',
    );
  const mute = async (who: Employee, input: Record<string, unknown>): Promise<Answer> => {
    const { settings, userErrors } = await change(who, 'muteNotifications', input);
    assert.deepEqual(userErrors, []);
    return settings;
  };
  const unmute = (who: Employee, input: Record<string, unknown>) => change(who, 'unmuteNotifications', input);
  const unseen = async ({ client }: Employee): Promise<number> => {
    await told(intranet.server);
    return (await client.query('{ viewer { inbox { unseenCount } } }')).viewer.inbox.unseenCount;
  };
  const levelOf = async (who: Employee, id: string): Promise<string | null> =>
    (await who.node(id, '... on Followable { viewerFollow }')).viewerFollow;
  const later = (minutes: number) => new Date(intranet.server.clock.now() + minutes * minute).toISOString();
  const page = (name: string) => toGlobalId('Page', name);
  const idOf = async (handle: string) =>
    (await intranet.adam.client.query(`{ person(handle: "${handle}") { id } }`)).person.id;
  const clear = async (who: Employee) => {
    await told(intranet.server);
    await who.client.mutate('markNotificationsRead', {}, 'inbox { id }');
  };

  it('are none of a page any more, nor unread; once that is over it is followed as before', async () => {
    const { ana, bob } = intranet;
    const key = page('thread');
    const own = await ana.comment(key, 'Mine');
    await bob.comment(own, 'First');
    assert.equal(await unseen(ana), 1);
    assert.equal(await levelOf(ana, key), 'ALL');

    const end = later(10);
    const { muted } = await mute(ana, { sourceId: key, until: end });
    assert.deepEqual(muted, [{ level: 'NONE', mutedUntil: end, source: { id: key } }]);
    assert.equal(await unseen(ana), 0);
    await bob.comment(own, 'Second, for @ana');
    assert.equal(await unseen(ana), 0);

    intranet.server.clock.advance(10 * minute);
    await until(async () => (await levelOf(ana, key)) === 'ALL');
    await bob.comment(own, 'Third');
    assert.equal(await unseen(ana), 1);
  });

  it('end where they were not followed before by not being followed', async () => {
    const { cleo } = intranet;
    const key = page('silent');
    await mute(cleo, { sourceId: key, until: later(5) });
    await mute(cleo, { sourceId: key });
    assert.equal(await levelOf(cleo, key), 'NONE');
    assert.deepEqual((await unmute(cleo, { sourceId: key })).settings.muted, []);
    assert.equal(await levelOf(cleo, key), null);
  });

  it('are none of a group, whatever is followed in it', async () => {
    const { ana, adam } = intranet;
    await clear(ana);
    const { group } = await adam.client.mutate('addGroup', { name: 'Loud' }, 'group { id handle }');
    await ana.client.mutate('joinGroup', { groupId: group.id }, 'group { id }');
    const post = await ana.post(`group:${group.handle}`, 'Mine');
    await adam.comment(post, 'First');
    assert.ok((await unseen(ana)) > 0);
    await mute(ana, { sourceId: group.id });
    assert.equal(await unseen(ana), 0);
    await adam.comment(post, 'Second, for @ana');
    await adam.post(`group:${group.handle}`, 'For @ana');
    assert.equal(await unseen(ana), 0);

    await unmute(ana, { sourceId: group.id });
    await adam.comment(post, 'Third');
    assert.equal(await unseen(ana), 1);
    await clear(ana);
  });

  it('are none of a person, but of others who do the same', async () => {
    const { ana, bob, cleo } = intranet;
    await clear(ana);
    const own = await ana.comment(page('person'), 'Mine');
    const other = await ana.comment(page('person'), 'Mine, too');
    await bob.comment(own);
    await told(intranet.server);
    await bob.comment(other);
    await cleo.comment(other);
    assert.equal(await unseen(ana), 2);
    await mute(ana, { sourceId: await idOf('bob') });
    assert.equal(await unseen(ana), 1);
    await clear(ana);
    await bob.comment(own);
    assert.equal(await unseen(ana), 0);
    await cleo.comment(own);
    assert.equal(await unseen(ana), 1);
    await unmute(ana, { sourceId: await idOf('bob') });
  });

  it('are none of a kind, until then or until it is chosen again', async () => {
    const { ana, bob, server } = intranet;
    await clear(ana);
    const own = await ana.comment(page('kind'), 'Mine');
    await bob.react(own, 'LIKE');
    assert.equal(await unseen(ana), 1);
    const kind = 'REACTED_TO_COMMENT';
    const end = later(10);
    const { kinds } = await mute(ana, { kind, until: end });
    assert.deepEqual(
      kinds.find((each: Answer) => each.kind === kind),
      { kind, delivery: null, mutedUntil: end },
    );
    assert.equal(await unseen(ana), 0);
    await intranet.cleo.react(own, 'LIKE');
    assert.equal(await unseen(ana), 0);
    server.clock.advance(10 * minute);
    await intranet.adam.react(own, 'LIKE');
    assert.equal(await unseen(ana), 1);

    await mute(ana, { kind });
    const { settings } = await unmute(ana, { kind });
    assert.equal(settings.kinds.find((each: Answer) => each.kind === kind).delivery, null);
  });

  it('are refused for what one may not read, what is past, and nothing at all', async () => {
    const { ana, adam } = intranet;
    const hidden = { name: 'Unsaid', visibility: 'PRIVATE', join: 'INVITE' };
    const { group } = await adam.client.mutate('addGroup', hidden, 'group { id handle }');
    const post = await adam.post(`group:${group.handle}`, 'In the group');
    for (const name of ['muteNotifications', 'unmuteNotifications']) {
      assert.deepEqual(codes(await change(ana, name, { sourceId: post })), ['NOT_FOUND']);
      assert.deepEqual(codes(await change(ana, name, {})), ['INVALID']);
      assert.deepEqual(codes(await change(intranet.nobody, name, { kind: 'REPLIED' })), ['UNAUTHENTICATED']);
    }
    const [past] = (await change(ana, 'muteNotifications', { kind: 'REPLIED', until: later(0) })).userErrors;
    assert.deepEqual([past.code, past.field], ['INVALID', ['until']]);
  });
});
