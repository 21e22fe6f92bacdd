import type { Block, Inline } from './rich-text.ts';

/** What a tree says, without markup, one line a block. */
export function plainText(tree: readonly Block[]): string {
  return tree.map(blockText).filter(Boolean).join('\n');
}

/** Whether a text shows nothing: spaces, control characters and those that fonts leave out. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u.test(text);
}

function blockText(block: Block): string {
  switch (block.t) {
    case 'p':
      return oneLine(block.c.map(inlineText).join(''));
    case 'code':
      return oneLine(block.v);
    case 'quote':
      return plainText(block.c);
    case 'list':
      return block.c
        .map((item) => plainText(item.c))
        .filter(Boolean)
        .join('\n');
  }
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  switch (inline.t) {
    case 'br':
      return '\n';
    case 'icode':
      return inline.v;
    case 'mention':
      return `@${inline.name}`;
    case 'tag':
      return `#${inline.v}`;
    default:
      return inline.c.map(inlineText).join('');
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
