import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { readPageRules } from '../../../server/src/modules/subjects/readers/page-rule.ts';
import { type Answer, codes, type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { type PassDraft, pagePass, passSecret } from '../../support/server/page-passes.ts';

const origin = 'https://intranet.example.org';
const rounds = 8;

describe('rules of pages', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet({ PARVIS_PASS_KEYS: `wiki ${passSecret} ${origin}/wiki/** p*` });
    await intranet.ana.client.mutate('addGroup', { name: 'Ana alone' }, 'group { handle }');
  });
  after(() => intranet.close());

  const reads = async (who: Employee, key: string): Promise<boolean> => {
    const query = 'query ($key: String!) { pages(keys: [$key]) { commentCount } }';
    const { data } = (await who.client.send(query, { key })) as Answer;
    return data.pages[0] !== null;
  };
  const rule = (pattern: string, readers: string) =>
    intranet.adam.client.mutate('setPageRule', { pattern, readers }, 'pageRule { pattern }');
  const move = (from: string, to: string) => intranet.server.app.services.subjects.alias(from, to);
  const show = async (who: Employee, sub: string, draft: PassDraft): Promise<string[]> => {
    const passes = [pagePass(intranet.server.clock.now(), sub, draft)];
    const response = await who.client.post({ query: '{ __typename }', extensions: { passes } });
    const { data, extensions } = (await response.json()) as Answer;
    assert.ok(data, JSON.stringify(extensions));
    return extensions?.passHints ?? [];
  };
  const comment = (who: Employee, key: string, input = {}) => who.addComment(toGlobalId('Page', key), 'Said', input);

  it('name a page that moved from there, though nothing is written on it yet', async () => {
    const { bob } = intranet;
    await rule('former:a', 'nobody');
    await move('former:a', 'former:b');
    await move('former:b', 'former:c');

    for (const key of ['former:a', 'former:b', 'former:c']) assert.equal(await reads(bob, key), false, key);
    assert.deepEqual(codes(await comment(bob, 'former:c')), ['NOT_FOUND']);
  });

  it('leave the grants of both to pages that become one, though nobody reads one of them just then', async () => {
    const { ana, bob, cleo } = intranet;
    await show(bob, 'bob', { pages: ['p:closed'] });
    await show(ana, 'ana', { pages: ['p:closed', 'p:other'] });
    await show(cleo, 'cleo', { pages: ['p:other'] });
    await rule('p:closed', 'nobody');

    await move('p:other', 'p:closed');
    await intranet.adam.client.mutate('deletePageRule', { pattern: 'p:closed' });

    assert.deepEqual(
      [await reads(ana, 'p:closed'), await reads(bob, 'p:closed'), await reads(cleo, 'p:closed')],
      [true, false, false],
    );
  });

  it('and passes name a page whose address is so long that its key is a hash, before anything is written on it', async () => {
    const { ana, bob, cleo } = intranet;
    await rule('/long/hr/**', 'nobody');
    const open = `${origin}/long/${'x'.repeat(1_100)}`;
    const closed = `${origin}/long/hr/${'x'.repeat(1_100)}`;
    const wiki = `${origin}/wiki/${'x'.repeat(1_100)}`;

    assert.deepEqual([await reads(bob, open), await reads(bob, closed)], [true, false]);
    const { id } = await bob.page(open);
    const liked = { subjectId: id, content: 'LIKE', page: { url: open } };
    assert.deepEqual(codes(await bob.client.attempt('setReaction', liked, 'subject { id }')), []);
    const said = await bob.client.attempt(
      'addComment',
      { subjectId: id, body: 'Said', page: { url: open } },
      'comment { id }',
    );
    assert.deepEqual(codes(said), []);
    const posted = await bob.client.attempt(
      'addPost',
      { wallKey: `page:${open}`, body: 'Posted', page: { url: open } },
      'post { id }',
    );
    assert.deepEqual(codes(posted), []);
    assert.equal(await reads(cleo, open), true);

    assert.deepEqual(await show(ana, 'ana', { pages: [wiki] }), []);
    assert.deepEqual([await reads(ana, wiki), await reads(bob, wiki)], [true, false]);
  });

  it('are kept by a first comment that is written at the same time', async () => {
    const { bob, cleo } = intranet;
    for (let round = 0; round < rounds; round++) {
      const key = `race:${round}`;
      await Promise.all([
        comment(bob, key),
        comment(cleo, key),
        rule(key, 'nobody'),
        bob.addPost(`page:${key}`, 'Posted'),
      ]);
      for (const who of [bob, cleo]) {
        assert.equal(await reads(who, key), false, key);
        assert.equal(await who.wall(`page:${key}`), null);
      }
    }
  });

  it('are those of the last of two administrators who set them at the same time', async () => {
    const { bob, ana } = intranet;
    for (let round = 0; round < rounds; round++) {
      const key = `two:${round}`;
      await comment(bob, key);
      await Promise.all([rule(key, 'nobody'), rule(key, 'group:ana-alone'), rule('two:*', 'employees')]);
      const { pageRules } = await intranet.adam.client.query('{ pageRules { pattern readers } }');
      const { readers } = pageRules.find(({ pattern }: { pattern: string }) => pattern === key);
      assert.deepEqual([await reads(ana, key), await reads(bob, key)], [readers !== 'nobody', false], readers);
    }
  });

  it('hold for a page that moves while passes of it are shown', async () => {
    const { ana, bob, cleo } = intranet;
    for (let round = 0; round < rounds; round++) {
      const [from, to] = [`p:from${round}`, `p:to${round}`];
      await comment(bob, from);
      if (round % 2) await comment(bob, to);
      await Promise.all([show(ana, 'ana', { pages: [from] }), move(from, to), show(bob, 'bob', { pages: [to, from] })]);
      assert.equal(await reads(cleo, to), false);
      assert.equal(await reads(bob, to), await reads(bob, from));
    }
  });

  it('let two people show passes of a hundred pages at the same time, each in another order', async () => {
    const { ana, bob, cleo } = intranet;
    const pages = Array.from({ length: 100 }, (_, index) => `p:many${index}`);
    const hints = await Promise.all([
      show(ana, 'ana', { pages }),
      show(bob, 'bob', { pages: pages.toReversed() }),
      show(ana, 'ana', { pages: pages.toReversed(), may: 'write' }),
    ]);
    assert.deepEqual(hints, [[], [], []]);
    for (const page of ['p:many0', 'p:many99'])
      assert.deepEqual([await reads(ana, page), await reads(bob, page), await reads(cleo, page)], [true, true, false]);
    assert.deepEqual(codes(await comment(ana, 'p:many50')), []);
  });

  it('mean the people of a group that is archived or has another name, and nobody of one that is deleted', async () => {
    const { ana, bob } = intranet;
    const made = { name: 'For rules', visibility: 'PUBLIC', join: 'OPEN' };
    const { group } = await ana.client.mutate('addGroup', made, 'group { id handle }');
    const groupId = group.id;
    await comment(bob, 'ruled:group');
    await rule('ruled:group', `group:${group.handle}`);
    assert.deepEqual([await reads(ana, 'ruled:group'), await reads(bob, 'ruled:group')], [true, false]);

    await ana.client.mutate('updateGroup', { groupId, name: 'Other', visibility: 'HIDDEN', join: 'INVITE' });
    await ana.client.mutate('setGroupArchived', { groupId, archived: true });
    assert.deepEqual([await reads(ana, 'ruled:group'), await reads(bob, 'ruled:group')], [true, false]);
    await ana.client.mutate('deleteGroup', { groupId });
    assert.deepEqual([await reads(ana, 'ruled:group'), await reads(bob, 'ruled:group')], [false, false]);
    await ana.client.mutate('restoreGroup', { groupId });
    assert.deepEqual([await reads(ana, 'ruled:group'), await reads(bob, 'ruled:group')], [true, false]);
  });

  it('of the settings mean a group that was made after the server had started, from the next start on', async () => {
    const { ana, bob, server } = intranet;
    const { readers } = server.app.services.subjects;
    const written = readPageRules('later:* -> group:made-later');
    await comment(bob, 'later:1');
    await readers.followSettings(written);
    assert.equal(await reads(ana, 'later:1'), false);
    const { group } = await ana.client.mutate('addGroup', { name: 'Made later' }, 'group { id handle }');
    assert.equal(group.handle, 'made-later');

    await readers.followSettings(written);

    assert.deepEqual([await reads(ana, 'later:1'), await reads(bob, 'later:1')], [true, false]);
    await ana.client.mutate('updateGroup', { groupId: group.id, visibility: 'HIDDEN', join: 'INVITE' });
    await readers.followSettings(written);
    assert.equal(await reads(ana, 'later:1'), true);
  });

  it('of the settings are given to pages that a version before has made beside this one', async () => {
    const { bob, server } = intranet;
    const { readers } = server.app.services.subjects;
    const written = readPageRules('older:* -> nobody');
    await readers.followSettings(written);
    await comment(bob, 'young:1');
    const { db } = server.app.database;
    await db.updateTable('page').set({ key: 'older:1' }).where('key', '=', 'young:1').execute();
    assert.equal(await reads(bob, 'older:1'), true);

    await readers.followSettings(written);

    assert.equal(await reads(bob, 'older:1'), false);
  });
});
