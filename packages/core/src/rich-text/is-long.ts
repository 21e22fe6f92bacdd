import type { Block } from './rich-text-tree.js';

// A line that is shorter than the column is wide takes its height all the same.
const LINE = 45;
const FOLDED = 1_100;

/**
 * Whether a text is so long that it is shown folded first. Counted, not measured, so that nothing jumps; roughly, by the
 * letters of the tree and the number of its nodes.
 */
export function isLong(tree: readonly Block[]): boolean {
  const letters = JSON.stringify(tree);
  return letters.length + LINE * (letters.split('"t":').length + letters.split('\\n').length) > FOLDED;
}
