import type { Edit, Selected } from './edit.js';

export type Mark = '**' | '_' | '~~' | '`';

const MARKS: readonly Mark[] = ['**', '_', '~~', '`'];

// What starts a list or a quote stays before the mark; a mark beside a space is no mark.
const LINE = /^(\s*(?:(?:[-*]|\d+[.)]|>)\s+)*)(.*?)(\s*)$/;
/** Two letters of a word: not of scripts that put no spaces between words. */
const WITHIN = /^(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}])[\p{L}\p{N}\p{M}]){2}$/u;
const WORDS = /^(\s*)(.*?)(\s*)$/;

/** Puts marks around what is selected, line by line, since they end with their paragraph; or takes them away. */
export function enclose(asSelected: Selected, mark: Mark): Edit {
  const selected = mark === '**' || mark === '_' ? wholeWords(asSelected) : asSelected;
  const { text, start, end } = selected;
  const size = mark.length;
  const depth = depthOf(selected, mark);
  if (depth !== undefined) {
    const insert = text.slice(start - depth, end + depth);
    const from = start - depth - size;
    return { from, to: end + depth + size, insert, selectFrom: start - size, selectTo: end - size };
  }

  const isLineStart = start === 0 || text[start - 1] === '\n';
  const lines = text
    .slice(start, end)
    .split('\n')
    .map((line, i) => (i || isLineStart ? LINE : WORDS).exec(line)!.slice(1) as [string, string, string]);
  const areMarked = lines.every(([, words]) => !words || isMarked(words, mark)) && lines.some(([, words]) => words);
  const marked = lines.map(([before, words, after]) => {
    if (areMarked) return before + words.slice(size, words.length - size) + after;
    const isLeft = isMarked(words, mark) || (!words && lines.length > 1);
    return before + (isLeft ? words : mark + words + mark) + after;
  });
  const insert = marked.join('\n');
  if (lines.length > 1) return { from: start, to: end, insert, selectFrom: start, selectTo: start + insert.length };
  const [before, words] = lines[0]!;
  const selectFrom = start + before.length + (areMarked ? 0 : size);
  const length = words.length - (areMarked ? size * 2 : 0);
  return { from: start, to: end, insert, selectFrom, selectTo: selectFrom + length };
}

/** The selection with the words that it begins or ends in: stress goes by words, and inside one there is none. */
function wholeWords({ text, start, end }: Selected): Selected {
  const isInWord = (index: number) => WITHIN.test(text.slice(index - 1, index + 1));
  while (start > 0 && isInWord(start)) start--;
  while (end < text.length && isInWord(end)) end++;
  return { text, start, end };
}

/** How many characters of other marks lie between the selection and this one around it. */
function depthOf({ text, start, end }: Selected, mark: Mark): number | undefined {
  for (let depth = 0; ;) {
    const [from, to] = [start - depth, end + depth];
    const around = MARKS.find(
      (other) => text.slice(0, from).endsWith(other) && text.slice(to, to + other.length) === other,
    );
    if (!around || around === mark) return around && depth;
    depth += around.length;
  }
}

const isMarked = (words: string, mark: Mark): boolean =>
  words.length > mark.length * 2 && words.startsWith(mark) && words.endsWith(mark);
