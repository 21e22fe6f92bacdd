import type { Block, Inline } from './rich-text-tree.js';

// A line of a block that is shorter than the column is wide takes its height all the same.
const LINE = 60;
const FOLDED = 900;

/** Whether a text is so long that it is shown folded first. Counted, not measured, so that nothing jumps. */
export const isLong = (tree: readonly Block[]): boolean => lengthOf(tree) > FOLDED;

function lengthOf(nodes: readonly (Block | Inline | { t: 'item'; c: Block[] })[]): number {
  return nodes.reduce<number>((sum, node) => {
    if (typeof node === 'string') return sum + node.length;
    const own =
      'c' in node ? lengthOf(node.c) : 'v' in node ? node.v.length + LINE * (node.v.split('\n').length - 1) : 0;
    return sum + (node.t === 'p' || node.t === 'br' || node.t === 'code' ? Math.max(own, LINE) : own);
  }, 0);
}
