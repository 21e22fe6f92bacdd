import type { Edit, Selected } from './edit.js';
import { enclose } from './enclose.js';
import { fence, startLines } from './lines.js';

export type Format = 'bold' | 'italic' | 'strike' | 'link' | 'list' | 'quote' | 'code';

/** What a button of the formatting bar does to a text. Asked twice, it puts the text back. */
export function format(selected: Selected, kind: Format): Edit {
  switch (kind) {
    case 'bold':
      return enclose(selected, '**');
    case 'italic':
      return enclose(selected, '_');
    case 'strike':
      return enclose(selected, '~~');
    case 'code':
      return selected.text.slice(selected.start, selected.end).includes('\n')
        ? fence(selected)
        : enclose(selected, '`');
    case 'list':
      return startLines(selected, '- ');
    case 'quote':
      return startLines(selected, '> ');
    case 'link':
      return link(selected);
  }
}

function link({ text, start, end }: Selected): Edit {
  const inner = text.slice(start, end);
  if (/^(https?:\/\/|mailto:)\S+$/i.test(inner)) {
    return { from: start, to: end, insert: `[](${inner})`, selectFrom: start + 1, selectTo: start + 1 };
  }
  const address = 'https://';
  const selectFrom = start + inner.length + 3;
  return { from: start, to: end, insert: `[${inner}](${address})`, selectFrom, selectTo: selectFrom + address.length };
}
