/** A text, and what of it is selected. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Replaces a part of a text, and selects a part of the new one. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly selectFrom: number;
  readonly selectTo: number;
}

export type Format = 'bold' | 'italic' | 'link' | 'list' | 'quote' | 'code';

/** What a button of the formatting bar does to a text. Asked twice, it puts the text back. */
export function format(selected: Selected, kind: Format): Edit {
  switch (kind) {
    case 'bold':
      return enclose(selected, '**');
    case 'italic':
      return enclose(selected, '_');
    case 'code':
      return enclose(selected, '`');
    case 'list':
      return startLines(selected, '- ');
    case 'quote':
      return startLines(selected, '> ');
    case 'link':
      return link(selected);
  }
}

function enclose({ text, start, end }: Selected, mark: string): Edit {
  const size = mark.length;
  const isInside = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  const inner = text.slice(start, end);
  if (isInside) {
    return { from: start - size, to: end + size, insert: inner, selectFrom: start - size, selectTo: end - size };
  }
  // A mark beside a space is no mark: the spaces at the ends stay outside.
  const [, before = '', core = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(inner)!;
  const selectFrom = start + before.length + size;
  const insert = before + mark + core + mark + after;
  return { from: start, to: end, insert, selectFrom, selectTo: selectFrom + core.length };
}

function startLines({ text, start, end }: Selected, mark: string): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const lines = text.slice(from, to).split('\n');
  const areMarked = lines.every((line) => line.startsWith(mark));
  const insert = lines.map((line) => (areMarked ? line.slice(mark.length) : mark + line)).join('\n');
  const caret = from + insert.length;
  return { from, to, insert, selectFrom: lines.length > 1 ? from : caret, selectTo: caret };
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
