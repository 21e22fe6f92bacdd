import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, type Intranet, startIntranet } from '../../support/server/intranet.ts';

let intranet: Intranet;
const alias = (former: string, current: string) => intranet.server.app.services.subjects.alias(former, current);

describe('a page that moved', () => {
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  it('keeps its discussion, under its former key and id too', async () => {
    const { ana, bob } = intranet;
    const old = await ana.page('old-1');
    const comment = await ana.comment(old.id, 'written before');
    await ana.react(old.id);

    assert.equal(await alias('old-1', 'new-1'), 'new-1');

    for (const key of ['old-1', 'new-1']) {
      const page = await bob.page(key);
      assert.deepEqual([page.key, page.commentCount, page.reactionCount], ['new-1', 1, 1]);
    }
    const throughOldId = await bob.node(old.id, '... on Page { key comments { nodes { id } } }');
    assert.deepEqual(throughOldId.comments.nodes, [{ id: comment }]);
    assert.equal(throughOldId.key, 'new-1');
    await bob.comment(old.id, 'by the former id');
    assert.equal((await bob.page('new-1')).commentCount, 2);
  });

  it('can have moved before anybody wrote', async () => {
    await alias('old-2', 'new-2');
    await intranet.ana.comment((await intranet.ana.page('old-2')).id);

    assert.deepEqual(
      [(await intranet.ana.page('new-2')).commentCount, (await intranet.ana.page('new-2')).key],
      [1, 'new-2'],
    );
  });

  it('becomes one with what stands there already, and nothing gets lost', async () => {
    const { ana, bob, cleo, server } = intranet;
    const [from, to] = [await ana.page('old-3'), await ana.page('new-3')];
    const [a, b] = [await ana.comment(from.id, 'a'), await bob.comment(to.id, 'b')];
    const answer = await bob.comment(a, 'answer');
    const deep = await ana.comment(answer, 'deep');
    await ana.deleteComment(a);
    for (const [who, page, content] of [[ana, from, 'LOVE'], [bob, from, 'LIKE'], [bob, to, 'LAUGH'], [cleo, to, 'LIKE']] as const) {
      await who.react(page.id, content);
    } // prettier-ignore
    const onWalls = [await ana.post('page:old-3', 'from'), await bob.post('page:new-3', 'to')];

    await alias('old-3', 'new-3');

    const page = await bob.page(
      'old-3',
      'key commentCount reactionCount viewerReaction reactionGroups { content totalCount } comments { nodes { id depth commentCount } }',
    );
    assert.deepEqual([page.key, page.commentCount, page.reactionCount, page.viewerReaction], ['new-3', 3, 3, 'LAUGH']);
    assert.deepEqual(page.comments.nodes, [
      { id: a, depth: 0, commentCount: 1 },
      { id: b, depth: 0, commentCount: 0 },
    ]);
    assert.deepEqual(
      page.reactionGroups
        .filter(({ totalCount }: Answer) => totalCount)
        .map(({ content, totalCount }: Answer) => [content, totalCount]),
      [
        ['LIKE', 1],
        ['LOVE', 1],
        ['LAUGH', 1],
      ],
    );
    assert.deepEqual(
      (await ana.node(deep, '... on Comment { subject { ... on Page { key } } ancestors { id } }')).subject,
      { key: 'new-3' },
    );
    const { posts, key } = await ana.wall('page:old-3');
    assert.deepEqual([key, posts.nodes.map(({ id }: Answer) => id)], ['page:new-3', onWalls.reverse()]);
    assert.equal(
      (await server.app.database.db.selectFrom('page').where('key', 'like', '%old-3').selectAll().execute()).length,
      0,
    );
  });

  it('can move again, and back', async () => {
    const { ana } = intranet;
    await ana.comment((await ana.page('a')).id);
    await ana.post('page:a');
    await alias('a', 'b');
    await alias('b', 'c');
    for (const key of ['a', 'b', 'c']) assert.equal((await ana.page(key)).key, 'c');

    await alias('c', 'a');

    for (const key of ['a', 'b', 'c']) {
      const page = await ana.page(key);
      assert.deepEqual([page.key, page.commentCount], ['a', 1]);
      assert.equal((await ana.wall(`page:${key}`)).posts.totalCount, 1);
    }
  });

  it('cannot move to itself, nor to a key that is not taken', async () => {
    await assert.rejects(alias('x', 'x'), { code: 'INVALID' });
    await alias('x', 'y');
    await assert.rejects(alias('x', 'y'), { code: 'INVALID' });
    await assert.rejects(alias('x', 'https://elsewhere.example/'), { code: 'INVALID', message: /PARVIS_ORIGINS/ });
  });
});
