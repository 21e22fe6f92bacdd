import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { longestKept, treeOf } from '../../../server/src/modules/rich-text/tree-cache.ts';

const treeSaying = (text: string) => JSON.stringify([{ type: 'paragraph', children: [{ type: 'text', text }] }]);

describe('trees of rich text in memory', () => {
  it('are made once for all readers of a short text', () => {
    const json = treeSaying('Good morning');

    assert.deepEqual(treeOf(json), JSON.parse(json));
    assert.equal(treeOf(json), treeOf(json));
  });

  it('are not kept of long texts, however many there are', () => {
    const frame = treeSaying('').length;
    const longest = treeSaying('x'.repeat(longestKept - frame));
    const longer = treeSaying('x'.repeat(longestKept - frame + 1));

    assert.equal(treeOf(longest), treeOf(longest));
    assert.notEqual(treeOf(longer), treeOf(longer));
    assert.deepEqual(treeOf(longer), JSON.parse(longer));
  });
});
