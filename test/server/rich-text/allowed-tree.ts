import assert from 'node:assert/strict';

const inlineKinds = new Set(['em', 'strong', 'del', 'icode', 'a', 'br', 'mention', 'tag']);
const schemes = new Set(['http:', 'https:', 'mailto:']);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it is, is what the test finds out
type Unchecked = any;

/** Fails where a tree holds anything but the nodes of docs/rich-text.md, whatever its type says. */
export function assertAllowedTree(tree: unknown): void {
  assert.ok(Array.isArray(tree));
  tree.forEach(assertBlock);
  assert.deepEqual(JSON.parse(JSON.stringify(tree)), tree, 'a tree is what JSON can hold');
}

function assertBlock(block: Unchecked): void {
  switch (block.t) {
    case 'p':
      assertKeys(block, 't', 'c');
      return block.c.forEach(assertInline);
    case 'quote':
      assertKeys(block, 't', 'c');
      return block.c.forEach(assertBlock);
    case 'list':
      assertKeys(block, 't', 'ordered', 'start', 'c');
      assert.equal(typeof block.ordered, 'boolean');
      assert.ok(block.start === undefined || (block.ordered && Number.isInteger(block.start)));
      return block.c.forEach((item: Unchecked) => {
        assertKeys(item, 't', 'c');
        assert.equal(item.t, 'item');
        item.c.forEach(assertBlock);
      });
    case 'code':
      assertKeys(block, 't', 'v', 'lang');
      assert.ok(block.lang === undefined || /^[\w+#.-]+$/.test(block.lang));
      return assert.equal(typeof block.v, 'string');
    default:
      assert.fail(`not a block: ${JSON.stringify(block)}`);
  }
}

function assertInline(inline: Unchecked): void {
  if (typeof inline === 'string') return assert.ok(inline.length > 0, 'no empty text');
  assert.ok(inlineKinds.has(inline.t), `not an inline: ${JSON.stringify(inline)}`);
  if (inline.t === 'icode' || inline.t === 'tag') assert.equal(typeof inline.v, 'string');
  if (inline.t === 'mention') assert.ok(inline.handle && inline.name);
  if (inline.t === 'a') {
    const url = new URL(inline.href);
    assert.ok(schemes.has(url.protocol), `scheme of ${inline.href}`);
    assert.equal(url.username + url.password, '', `credentials in ${inline.href}`);
    assert.doesNotMatch(inline.href, /[\p{Cc}\p{Cf}\s]/u);
    assert.ok(!JSON.stringify(inline.c).includes('"t":"a"'), 'no link in a link');
  }
  inline.c?.forEach(assertInline);
}

function assertKeys(node: object, ...allowed: string[]): void {
  for (const key of Object.keys(node)) assert.ok(allowed.includes(key), `no ${key} in ${JSON.stringify(node)}`);
}
