import type { Block } from './rich-text-tree.js';

// A line takes a full line of height, even when it is short.
const LINE = 45;
const FOLDED = 1_100;

/**
 * Whether a text is so long that it is folded at first. Estimated from the letters and nodes of its tree rather than
 * measured, so that the layout does not jump.
 */
export function isLong(tree: readonly Block[]): boolean {
  const letters = JSON.stringify(tree);
  return letters.length + LINE * (letters.split('"t":').length + letters.split('\\n').length) > FOLDED;
}
