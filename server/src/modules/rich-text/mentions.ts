import type { Block, Inline, ListItem } from './rich-text.ts';

/** The handles of the people whom a text names, each once. @param tree - JSON, as it is stored. */
export function mentionsIn(tree: string): string[] {
  // Most texts name nobody, and need not be read.
  if (!tree.includes('"mention"')) return [];
  const handles = new Set<string>();
  for (const block of JSON.parse(tree) as Block[]) collect(block, handles);
  return [...handles];
}

function collect(node: Block | ListItem | Inline, handles: Set<string>): void {
  if (typeof node === 'string') return;
  if (node.t === 'mention') handles.add(node.handle);
  if ('c' in node) for (const child of node.c) collect(child, handles);
}
