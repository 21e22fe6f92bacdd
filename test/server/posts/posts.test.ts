import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId } from '../../../server/src/platform/ids.ts';
import { type Answer, codes, type Intranet, startIntranet } from '../../support/server/intranet.ts';

let intranet: Intranet;
const ids = ({ posts }: Answer): string[] => posts.nodes.map(({ id }: Answer) => id);

describe('posts', () => {
  before(async () => {
    intranet = await startIntranet({ PARVIS_EDIT_WINDOW: '600' });
  });
  after(() => intranet.close());

  it('show a link below the text, to http and https alone', async () => {
    const { ana } = intranet;
    const { post } = await ana.addPost('page:links', 'see', { linkUrl: 'https://a.example/b?c=d#e' });
    assert.equal(post.linkUrl, 'https://a.example/b?c=d#e');
    for (const linkUrl of [
      'javascript:alert(1)',
      'mailto:a@b.example',
      '/relative',
      'https://good.example@evil.example/',
      'ftp://a.example/',
      'data:,x',
    ]) {
      const refused = await ana.addPost('page:links', 'see', { linkUrl });
      assert.deepEqual(
        refused.userErrors.map(({ code, field }: Answer) => [code, field]),
        [['INVALID', ['linkUrl']]],
        linkUrl,
      );
    }
    assert.equal((await ana.mutatePost('updatePost', { postId: post.id, body: 'see' })).post.linkUrl, null);
  });

  it('are neither pinned nor closed any more once they are deleted', async () => {
    const { ana, cleo } = intranet;
    const post = await ana.post('page:deleted-pins');
    await ana.client.mutate('deletePost', { postId: post }, 'post { id }');

    assert.deepEqual(codes(await cleo.mutatePost('setPinned', { postId: post, pinned: true })), ['NOT_FOUND']);
    const locked = await cleo.client.attempt('setLocked', { subjectId: post, locked: true }, 'subject: __typename');
    assert.deepEqual(codes(locked), ['NOT_FOUND']);
  });

  it('stand with pinned ones first, then the latest, in one list that pages both ways', async () => {
    const { ana, bob, cleo, server } = intranet;
    const posts: string[] = [];
    for (let index = 0; index < 7; index++) posts.push(await ana.post('page:pins'));
    assert.deepEqual(codes(await bob.mutatePost('setPinned', { postId: posts[1], pinned: true })), ['FORBIDDEN']);
    for (const index of [1, 4]) {
      server.clock.advance(1000);
      assert.ok((await cleo.mutatePost('setPinned', { postId: posts[index], pinned: true })).post.pinnedAt);
    }
    const expected = [4, 1, 6, 5, 3, 2, 0].map((index) => posts[index]!);

    const first = await bob.wall('page:pins', 'first: 3');
    const inserted = await bob.post('page:pins');
    const second = await bob.wall('page:pins', `first: 3, after: "${first.posts.pageInfo.endCursor}"`);
    const third = await bob.wall('page:pins', `first: 3, after: "${second.posts.pageInfo.endCursor}"`);
    const back = await bob.wall('page:pins', `last: 2, before: "${second.posts.pageInfo.startCursor}"`);
    const top = await bob.wall('page:pins', 'first: 3');

    assert.deepEqual([...ids(first), ...ids(second), ...ids(third)], expected);
    assert.deepEqual(
      [first.posts.totalCount, first.posts.pageInfo.hasNextPage, third.posts.pageInfo.hasNextPage],
      [7, true, false],
    );
    assert.deepEqual(ids(back), [inserted, expected[2]]);
    assert.deepEqual(ids(top), [posts[4], posts[1], inserted]);
    assert.deepEqual([top.viewerCanPin, (await cleo.wall('page:pins')).viewerCanPin], [false, true]);

    await cleo.mutatePost('setPinned', { postId: posts[4], pinned: false });
    assert.deepEqual(ids(await bob.wall('page:pins')), [
      posts[1],
      inserted,
      ...[6, 5, 4, 3, 2, 0].map((index) => posts[index]),
    ]);
  });

  it('can be edited, deleted and brought back by their authors, with the discussion below', async () => {
    const { ana, bob, cleo, server } = intranet;
    const id = await ana.post('page:edit', 'one');
    const comment = await bob.comment(id);
    assert.deepEqual(codes(await bob.mutatePost('updatePost', { postId: id, body: 'two' })), ['FORBIDDEN']);
    const { post } = await ana.mutatePost('updatePost', { postId: id, body: 'two' });
    assert.deepEqual(
      [post.body.source, post.versions.nodes, !!post.editedAt],
      ['two', [{ body: { source: 'one' } }], true],
    );

    assert.deepEqual(codes(await bob.mutatePost('deletePost', { postId: id })), ['FORBIDDEN']);
    const { post: deleted } = await ana.mutatePost('deletePost', { postId: id });
    assert.deepEqual(
      [deleted.body, deleted.author, deleted.viewerCanRestore, deleted.versions.nodes],
      [null, null, true, []],
    );
    assert.deepEqual(ids(await bob.wall('page:edit')), []);
    assert.deepEqual(
      [await bob.node(id, '... on Post { createdAt }'), await bob.node(comment, '... on Comment { depth }')],
      [null, null],
    );
    assert.deepEqual(
      [codes(await bob.addComment(id)), codes(await bob.addComment(comment)), codes(await bob.react(comment))],
      [['NOT_FOUND'], ['NOT_FOUND'], ['NOT_FOUND']],
    );
    assert.deepEqual(
      (
        await bob.client.query('{ person(handle: "bob") { activity { ... on Comment { id } } } }')
      ).person.activity.filter((one: Answer) => one.id === comment),
      [],
    );

    assert.deepEqual(codes(await bob.mutatePost('restorePost', { postId: id })), ['FORBIDDEN']);
    const { post: restored } = await ana.mutatePost('restorePost', { postId: id });
    assert.deepEqual([restored.body.source, restored.commentCount, restored.deletedAt], ['two', 1, null]);
    assert.ok(await bob.node(comment, '... on Comment { depth }'));

    await cleo.mutatePost('deletePost', { postId: id });
    assert.deepEqual(codes(await ana.mutatePost('restorePost', { postId: id })), ['FORBIDDEN']);
    const other = await ana.post('page:edit');
    await ana.mutatePost('deletePost', { postId: other });
    server.clock.advance(60_001);
    assert.deepEqual(codes(await ana.mutatePost('restorePost', { postId: other })), ['RESTORE_WINDOW_CLOSED']);
    const late = await ana.post('page:edit');
    server.clock.advance(600_001);
    assert.deepEqual(codes(await ana.mutatePost('updatePost', { postId: late, body: 'x' })), ['EDIT_WINDOW_CLOSED']);
  });

  it('are one however often a request is tried again', async () => {
    const { ana } = intranet;
    const idempotencyKey = newId();

    const answers = await Promise.all(
      Array.from({ length: 200 }, () => ana.addPost('page:retry', 'once', { idempotencyKey })),
    );

    assert.equal(new Set(answers.map(({ post }) => post.id)).size, 1);
    assert.equal((await ana.wall('page:retry')).posts.totalCount, 1);
  });

  it('are, with comments, people’s latest activity', async () => {
    const { cleo, bob } = intranet;
    const post = await cleo.post('company', 'a post');
    const comment = await cleo.comment(post, 'a comment');
    const gone = await cleo.comment(post, 'gone');
    await cleo.deleteComment(gone);

    const { activity } = (
      await bob.client.query(
        '{ person(handle: "cleo") { activity(first: 2) { __typename ... on Comment { id } ... on Post { id } } } }',
      )
    ).person;

    assert.deepEqual(activity, [
      { __typename: 'Comment', id: comment },
      { __typename: 'Post', id: post },
    ]);
  });
});
