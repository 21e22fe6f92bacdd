import type { RichText } from '../../../server/src/modules/rich-text/index.ts';

type Block = RichText['tree'][number];
type Inline = Extract<Block, { t: 'p' }>['c'][number];

/** A tree as one line to compare with: `em(…)`, `{handle}` for a mention, `{#tag}`, `<href>` for a link, with its label where it has another. */
export function shown(tree: readonly Block[]): string {
  return tree.map(block).join(' ¶ ');
}

function block(node: Block): string {
  switch (node.t) {
    case 'p':
      return node.c.map(inline).join('');
    case 'quote':
      return `quote(${shown(node.c)})`;
    case 'code':
      return `code(${node.v})`;
    case 'list':
      return `list(${node.c.map(({ c }) => shown(c)).join(' | ')})`;
  }
}

function inline(node: Inline): string {
  if (typeof node === 'string') return node;
  switch (node.t) {
    case 'br':
      return '⏎';
    case 'icode':
      return `code(${node.v})`;
    case 'mention':
      return `{${node.handle}}`;
    case 'tag':
      return `{#${node.v}}`;
    case 'a': {
      const label = node.c.map(inline).join('');
      const address = node.href.replace(/^mailto:/, '');
      return label === address ? `<${address}>` : `<${node.href}|${label}>`;
    }
    default:
      return `${node.t}(${node.c.map(inline).join('')})`;
  }
}
