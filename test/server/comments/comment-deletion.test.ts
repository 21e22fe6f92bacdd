import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { codes, type Intranet, startIntranet } from '../../support/server/intranet.ts';

let intranet: Intranet;
let page: string;
let pages = 0;

describe('deleted comments', () => {
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());
  beforeEach(async () => {
    pages += 1;
    page = (await intranet.ana.page(`page-${pages}`)).id;
  });

  const countOf = async (id: string) =>
    (await intranet.ana.node(id, '... on Commentable { commentCount }'))?.commentCount;

  it('vanish when deleted without answers', async () => {
    const { ana, bob } = intranet;
    const id = await ana.comment(page, 'to go');

    assert.deepEqual(codes(await bob.deleteComment(id)), ['FORBIDDEN']);
    const { comment } = await ana.deleteComment(id);

    assert.deepEqual(
      [comment.body, comment.author, comment.viewerCanRestore, comment.viewerCanUpdate],
      [null, null, true, false],
    );
    assert.equal(await countOf(page), 0);
    assert.deepEqual((await bob.comments(page)).nodes, []);
    assert.equal(await bob.node(id, '... on Comment { depth }'), null);
    assert.deepEqual(codes(await ana.deleteComment(id)), ['NOT_FOUND']);
  });

  it('leave a tombstone as long as they have answers', async () => {
    const { ana, bob } = intranet;
    const top = await ana.comment(page, 'secret words');
    const middle = await ana.comment(top, 'more secret words');
    const leaf = await bob.comment(middle);
    await ana.updateComment(top, 'other secret words');

    await ana.deleteComment(top);
    await ana.deleteComment(middle);

    const tombstone = await intranet.cleo.node(
      top,
      '... on Comment { author { handle } body { source } deletedAt commentCount versions { nodes { body { source } } } viewerDidAuthor comments { totalCount nodes { id commentCount deletedAt } } }',
    );
    assert.deepEqual(
      [tombstone.author, tombstone.body, tombstone.versions.nodes, tombstone.commentCount],
      [null, null, [], 1],
    );
    assert.ok(tombstone.deletedAt);
    assert.equal(tombstone.comments.nodes[0].id, middle);
    assert.equal(await countOf(page), 1);
    assert.equal((await bob.comments(page)).totalCount, 1);

    await bob.deleteComment(leaf);

    assert.equal(await countOf(page), 0);
    assert.deepEqual((await bob.comments(page)).nodes, []);
    assert.equal(await bob.node(top, '... on Comment { depth }'), null);

    await bob.restoreComment(leaf);

    assert.equal(await countOf(page), 1);
    assert.deepEqual([await countOf(top), await countOf(middle), await countOf(leaf)], [1, 1, 0]);
    assert.deepEqual((await bob.comments(page)).nodes, [{ id: top }]);
  });

  it('come back within a minute for their author, with all that people made of them', async () => {
    const { ana, bob, cleo, server } = intranet;
    const id = await ana.comment(page, 'here');
    await bob.react(id);
    await bob.comment(id, 'answer');
    await ana.updateComment(id, 'here again');
    await ana.deleteComment(id);
    server.clock.advance(60_000);

    assert.deepEqual(codes(await bob.restoreComment(id)), ['FORBIDDEN']);
    assert.equal((await bob.restoreComment(id)).userErrors[0].message, 'You may not do this.');
    assert.deepEqual(codes(await cleo.restoreComment(id)), ['FORBIDDEN']);
    const { comment } = await ana.restoreComment(id);

    assert.deepEqual(
      [comment.body.source, comment.commentCount, comment.reactionCount, comment.deletedAt],
      ['here again', 1, 1, null],
    );
    assert.equal((await ana.node(id, '... on Comment { versions { totalCount } }')).versions.totalCount, 1);
    assert.equal(await countOf(page), 2);
    assert.deepEqual(codes(await ana.restoreComment(id)), ['INVALID']);

    await ana.deleteComment(id);
    server.clock.advance(60_001);
    assert.deepEqual(codes(await ana.restoreComment(id)), ['RESTORE_WINDOW_CLOSED']);
  });

  it('are counted once where a tombstone comes back', async () => {
    const { ana, bob } = intranet;
    const top = await bob.comment(page);
    const middle = await ana.comment(top);
    await bob.comment(middle);
    await ana.deleteComment(middle);

    await ana.restoreComment(middle);

    assert.deepEqual([await countOf(page), await countOf(top), await countOf(middle)], [3, 1, 1]);
  });

  it('stay away when communication staff took them away', async () => {
    const { ana, cleo } = intranet;
    const id = await ana.comment(page);

    assert.equal((await cleo.deleteComment(id)).comment.viewerCanRestore, false);

    assert.deepEqual(codes(await ana.restoreComment(id)), ['FORBIDDEN']);
  });

  it('are counted exactly when many people answer, delete and restore at once', async () => {
    const { ana, bob } = intranet;
    const tops = await Promise.all(Array.from({ length: 10 }, () => ana.comment(page)));
    const answers = await Promise.all(tops.flatMap((top) => [bob.comment(top), ana.comment(top)]));
    await Promise.all([
      ...tops.map((id) => ana.deleteComment(id)),
      ...answers.filter((_, index) => index % 2).map((id) => ana.deleteComment(id)),
    ]);
    await Promise.all([
      ...tops.slice(0, 5).map((id) => ana.restoreComment(id)),
      ...answers.filter((_, index) => index % 2 === 0).map((id) => bob.deleteComment(id)),
    ]);

    assert.equal(await countOf(page), 5);
    const { nodes, totalCount } = await ana.comments(page, 'first: 50', 'id commentCount comments { totalCount }');
    assert.deepEqual([nodes.length, totalCount], [5, 5]);
    for (const { commentCount, comments } of nodes) assert.deepEqual([commentCount, comments.totalCount], [0, 0]);
  });
});
