import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { type HostileData, insertHostileData } from '../../support/server/hostile-data.ts';
import { type Answer, type Intranet, startIntranet } from '../../support/server/intranet.ts';

const path = '... on Comment { depth parent { id } ancestors { id depth } }';

describe('discussions', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  it('get 50 levels deep; a reply to the deepest stands beside it', async () => {
    const { ana, bob } = intranet;
    const ids = [await ana.comment(toGlobalId('Page', 'deep'))];
    for (let level = 1; level <= 50; level += 1) ids.push(await bob.comment(ids.at(-1)!));

    const beside = await ana.node(await ana.comment(ids[50]!), path);
    const deepest = await ana.node(ids[50]!, path);

    assert.equal(deepest.depth, 50);
    assert.equal(beside.depth, 50);
    assert.equal(beside.parent.id, ids[49]);
    assert.deepEqual(
      beside.ancestors.map(({ id }: Answer) => id),
      ids.slice(0, 50),
    );
    const siblings = await ana.comments(ids[49]!, 'first: 5');
    assert.equal(siblings.totalCount, 2);
    assert.equal((await ana.page('deep')).commentCount, 52);
  });

  describe('that were deeper before there was a bound', () => {
    let data: HostileData;
    before(async () => {
      const sizes = { deep: 300, wide: 3, versions: 45, posts: 1, managers: 1, text: 10 };
      data = await insertHostileData(intranet, sizes);
    });

    it('stay readable at every level', async () => {
      const node = await intranet.bob.node(data.deepest, path);

      assert.equal(node.depth, 299);
      assert.equal(node.ancestors.length, 100);
      assert.deepEqual(
        node.ancestors.map(({ depth }: Answer) => depth),
        Array.from({ length: 100 }, (_, index) => 199 + index),
      );
      const { nodes } = await intranet.bob.comments(node.parent.id, 'first: 5');
      assert.deepEqual(nodes, [{ id: data.deepest }]);
    });

    it('take replies, at the deepest level that there may be', async () => {
      const reply = await intranet.bob.node(await intranet.bob.comment(data.deepest), path);

      assert.equal(reply.depth, 50);
      assert.equal(reply.ancestors.length, 50);
    });

    it('tell the former versions of a text page by page, to those who may see them', async () => {
      const ask = (args: string) =>
        intranet.ana.node(
          data.edited,
          `... on Comment { versions${args} { totalCount nodes { createdAt } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
        );
      const seen = new Set<string>();
      let cursor: string | null = null;
      do {
        const { versions }: Answer = await ask(cursor ? `(first: 20, after: "${cursor}")` : '');
        assert.equal(versions.totalCount, 45);
        for (const edge of versions.edges) seen.add(edge.cursor);
        cursor = versions.pageInfo.hasNextPage ? versions.pageInfo.endCursor : null;
      } while (cursor);

      assert.equal(seen.size, 45);
      const { versions } = await intranet.bob.node(
        data.edited,
        '... on Comment { versions { totalCount nodes { createdAt } } }',
      );
      assert.deepEqual(versions, { totalCount: 0, nodes: [] });
    });
  });
});
