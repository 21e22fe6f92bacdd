import type { Edit, Selected } from './edit.js';

const FENCE = '```';

/** Starts every line that is selected in part with a mark of a list or a quote; or takes it away. */
export function startLines(selected: Selected, mark: '- ' | '> '): Edit {
  const { text } = selected;
  const { from, to, lines } = linesOf(selected);
  const isItem = (line: string) => mark === '> ' || lines.length === 1 || !!line.trim();
  const areMarked = lines.every((line) => line.startsWith(mark) || !isItem(line));
  const insert = lines
    .map((line) => (areMarked ? line.slice(mark.length) : isItem(line) ? mark + line : line))
    .join('\n');
  // The next line would be read as a part of the last one, were there no gap.
  const gap = !areMarked && new RegExp(`^\\n(?!${mark.trim()})[^\\n]*\\S`).test(text.slice(to)) ? '\n' : '';
  const end = from + insert.length;
  return { from, to, insert: insert + gap, selectFrom: lines.length > 1 ? from : end, selectTo: end };
}

/** Makes the lines that are selected in part a block of code; or plain lines again. */
export function fence(selected: Selected): Edit {
  const { text } = selected;
  const { from, to, lines } = linesOf(selected);
  const insert = lines.join('\n');
  const [before, after] = [`${FENCE}\n`, `\n${FENCE}`];
  if (text.slice(0, from).endsWith(before) && text.slice(to).startsWith(after)) {
    const start = from - before.length;
    return { from: start, to: to + after.length, insert, selectFrom: start, selectTo: start + insert.length };
  }
  const selectFrom = from + before.length;
  return { from, to, insert: before + insert + after, selectFrom, selectTo: selectFrom + insert.length };
}

function linesOf({ text, start, end }: Selected) {
  const from = text.slice(0, start).lastIndexOf('\n') + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  return { from, to, lines: text.slice(from, to).split('\n') };
}
