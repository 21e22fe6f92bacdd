import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { GlobalId } from '../../../server/src/platform/ids.ts';
import { type Answer, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { statementsDuring } from '../../support/server/statements.ts';

let intranet: Intranet;
const ids = ({ nodes }: Answer): GlobalId[] => nodes.map(({ id }: Answer) => id);

async function startPage(key: string): Promise<string> {
  return (await intranet.ana.page(key)).id;
}

describe('lists of comments', () => {
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  for (const order of ['OLDEST', 'NEWEST', 'MOST_LIKED']) {
    it(`page through ${order} in both directions while people go on writing`, async () => {
      const { ana, bob } = intranet;
      const page = await startPage(`order-${order}`);
      const written: string[] = [];
      for (let index = 0; index < 11; index++) written.push(await ana.comment(page));
      // A tie among those liked once, and among those not liked at all.
      for (const index of [2, 7, 7, 9]) await (index === 7 ? ana : bob).react(written[index]!);
      await bob.react(written[7]!);
      const expected = {
        OLDEST: written,
        NEWEST: written.toReversed(),
        MOST_LIKED: [7, 9, 2, 10, 8, 6, 5, 4, 3, 1, 0].map((index) => written[index]!),
      }[order]!;
      const list = (args: string) => bob.comments(page, `order: ${order}, ${args}`);

      const first = await list('first: 4');
      const inserted = [await bob.comment(page), await bob.comment(page)];
      const second = await list(`first: 4, after: "${first.pageInfo.endCursor}"`);
      const third = await list(`first: 4, after: "${second.pageInfo.endCursor}"`);
      const back = await list(`last: 4, before: "${second.pageInfo.startCursor}"`);

      assert.deepEqual(
        [ids(first), first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage],
        [expected.slice(0, 4), true, false],
      );
      assert.deepEqual(
        [...ids(second), ...ids(third)].filter((id) => !inserted.includes(id)),
        expected.slice(4),
      );
      assert.deepEqual(ids(back).at(-1), expected[3]);
      assert.equal(
        new Set([...ids(first), ...ids(second), ...ids(third)]).size,
        ids(first).length + ids(second).length + ids(third).length,
      );

      const backwards: string[] = [];
      let before = '';
      for (;;) {
        const part = await list(`last: 3${before}`);
        backwards.unshift(...ids(part));
        if (!part.pageInfo.hasPreviousPage) break;
        before = `, before: "${part.pageInfo.startCursor}"`;
      }
      assert.deepEqual(backwards, ids(await list('first: 100')));
      assert.equal(backwards.length, 13);
    });
  }

  it('start at a comment, or at the one whose answers hold it, at every level', async () => {
    const { ana, bob } = intranet;
    const page = await startPage('starting');
    const tops: string[] = [];
    for (let index = 0; index < 5; index++) tops.push(await ana.comment(page));
    const answers: string[] = [];
    for (let index = 0; index < 4; index++) answers.push(await bob.comment(tops[3]!));
    await bob.comment(tops[4]!);
    const deep = await ana.comment(answers[2]!);
    const query = `query ($page: ID!, $at: ID!, $order: CommentOrder) { node(id: $page) { ... on Page {
      comments(first: 2, startingAt: $at, order: $order) { totalCount pageInfo { hasPreviousPage hasNextPage startCursor } nodes { id
        comments(first: 2, startingAt: $at) { pageInfo { hasPreviousPage } nodes { id comments(first: 2, startingAt: $at) { nodes { id } } } } } } } } }`;
    const read = async (at: string, order = 'OLDEST') =>
      (await bob.client.query(query, { page, at, order })).node.comments;

    const list = await read(deep);
    assert.deepEqual(
      [ids(list), list.pageInfo.hasPreviousPage, list.pageInfo.hasNextPage, list.totalCount],
      [[tops[3], tops[4]], true, false, 5],
    );
    assert.deepEqual(ids(list.nodes[0].comments), [answers[2], answers[3]]);
    assert.equal(list.nodes[0].comments.pageInfo.hasPreviousPage, true);
    assert.deepEqual(ids(list.nodes[0].comments.nodes[0].comments), [deep]);
    assert.equal(list.nodes[1].comments.nodes.length, 1, 'the answers of another are whole');

    const before = await bob.comments(page, `last: 2, before: "${list.pageInfo.startCursor}"`);
    assert.deepEqual([ids(before), before.pageInfo.hasPreviousPage], [[tops[1], tops[2]], true]);

    assert.deepEqual(ids(await read(tops[1]!, 'NEWEST')), [tops[1], tops[0]]);
    assert.equal((await read(tops[4]!, 'NEWEST')).pageInfo.hasPreviousPage, false);
    assert.deepEqual(ids(await read(await ana.comment(await startPage('elsewhere')))), tops.slice(0, 2));
    for (const at of ['nonsense', page, Buffer.from('Comment:1').toString('base64url')])
      assert.deepEqual(ids(await read(at)), tops.slice(0, 2), at);
    await ana.deleteComment(tops[1]!);
    assert.deepEqual(ids(await read(tops[1]!)), [tops[2], tops[3]], 'where a deleted one stood');
  });

  it('give each of many parents its own page of answers', async () => {
    const { ana } = intranet;
    const page = await startPage('parents');
    const tops = [await ana.comment(page), await ana.comment(page), await ana.comment(page)];
    const answers: string[][] = [];
    for (const [index, top] of tops.entries()) {
      answers.push([]);
      for (let count = 0; count <= index; count++) answers[index]!.push(await ana.comment(top));
    }
    const below = async (args: string) =>
      (
        await ana.comments(
          page,
          'first: 9',
          `comments(${args}) { pageInfo { hasNextPage hasPreviousPage } nodes { id } }`,
        )
      ).nodes;

    const first = await below('first: 2');
    const last = await below('last: 1, order: NEWEST');

    assert.deepEqual(first.map(({ comments }: Answer) => ids(comments)), answers.map((of) => of.slice(0, 2))); // prettier-ignore
    assert.deepEqual(first.map(({ comments }: Answer) => comments.pageInfo.hasNextPage), [false, false, true]); // prettier-ignore
    assert.deepEqual(last.map(({ comments }: Answer) => ids(comments)), answers.map((of) => of.slice(0, 1))); // prettier-ignore
    assert.deepEqual(last.map(({ comments }: Answer) => comments.pageInfo.hasPreviousPage), [false, true, true]); // prettier-ignore
  });

  it('refuse pages too large, and cursors of other lists', async () => {
    const page = await startPage('refusals');
    for (const args of [
      'first: 101',
      'first: -1',
      'first: 1, last: 1',
      'after: "x"',
      'order: MOST_LIKED, after: "WzEsImEiXQ"',
    ]) {
      const { errors } = await intranet.ana.client.send(
        `{ node(id: "${page}") { ... on Page { comments(${args}) { totalCount } } } }`,
      );
      assert.equal(errors?.[0]?.extensions?.code, 'INVALID', args);
    }
  });

  it('read a thread of 50 comments with answers, authors and reactions in a handful of statements', async () => {
    const { ana, bob, cleo } = intranet;
    const page = await startPage('statements');
    for (let index = 0; index < 50; index++) {
      const top = await ana.comment(page);
      await cleo.react(top);
      const answer = await bob.comment(top);
      await cleo.comment(answer);
      await bob.react(answer);
    }
    const fields = `id createdAt editedAt deletedAt depth commentCount reactionCount viewerReaction viewerCanReact viewerCanComment
      viewerCanUpdate viewerCanDelete viewerDidAuthor lockedAt body { tree } author { id handle name avatarUrl }
      reactionGroups { content totalCount viewerHasReacted }`;
    const flat = `query ($key: String!) { pages(keys: [$key]) { id commentCount reactionGroups { totalCount } comments(first: 50) { nodes { ${fields} } pageInfo { endCursor hasNextPage } } } }`;
    const nested = `query ($key: String!) { pages(keys: [$key]) { comments(first: 50) { totalCount nodes { ${fields}
      comments(first: 3) { nodes { ${fields} comments(first: 3) { nodes { ${fields} } } } } } } } }`;
    await bob.client.query(nested, { key: 'statements' });

    const forFlat = await statementsDuring(() => bob.client.query(flat, { key: 'statements' }));
    const forNested = await statementsDuring(() => bob.client.query(nested, { key: 'statements' }));

    assert.ok(forFlat.length <= 7, `${forFlat.length}:\n${forFlat.join('\n')}`);
    assert.ok(forNested.length <= 12, `${forNested.length}:\n${forNested.join('\n')}`);
  });
});
