import { characterAt, characterBefore, isLetter, isSpace, isWord } from './characters.ts';

export type Mark = '*' | '_' | '~';

/** Marks of one kind that follow each other, and what they open and close. */
export interface MarkRun {
  readonly kind: 'run';
  readonly mark: Mark;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly length: number;
  /** The marks that are neither opening nor closing anything yet: they are text. */
  from: number;
  to: number;
  /** Sizes of what it closes, the inmost first. */
  readonly closing: number[];
  /** Sizes of what it opens, the inmost first. */
  readonly opening: number[];
}

/** How far back a path is looked for. */
const longestStep = 80;

const openingMark = /^[\p{Ps}\p{Pi}\p{Pf}\p{Emoji_Presentation}"'*~¿¡–—―]$/u;
const closingMark = /^[\p{Pe}\p{Pi}\p{Pf}\p{Emoji_Presentation}"'*~.,;:!?…–—―、。，！？：；]$/u;

/**
 * The marks that stand in `text` from `from` to `to`. They mean something around words alone: what stands inside a word, a
 * number, a path or a formula is the text it is (5*3*2, snake_case, __init__.py, /srv/_data_/x, count(*)).
 */
export function markRun(text: string, from: number, to: number): MarkRun {
  const mark = text[from] as Mark;
  const before = characterBefore(text, from);
  const after = characterAt(text, to);
  const following = characterAt(text, to + after.length);
  const isUsable = mark !== '~' || to - from === 2;
  // *.pdf names files.
  const isGlob = mark === '*' && to - from === 1 && after === '.' && following !== '.';
  return {
    kind: 'run',
    mark,
    opens: isUsable && !isGlob && canOpen(mark, before, after) && !(before === '/' && isInPath(text, from - 1, mark)),
    closes: isUsable && canClose(mark, before, after, following) && !(after === '/' && isInPath(text, from, mark)),
    length: to - from,
    from,
    to,
    closing: [],
    opening: [],
  };
}

function canOpen(mark: Mark, before: string, after: string): boolean {
  if (isSpace(after)) return false;
  // A price is struck in the middle of what is written: ~~120~~90.
  if (mark === '~') return !isWord(before) || isLetter(after);
  if (isWord(before) || /^[\\)\]}%]$/.test(before) || /^[,;)\]}/]$/.test(after)) return false;
  return mark === '*' || isSpace(before) || openingMark.test(before);
}

function canClose(mark: Mark, before: string, after: string, following: string): boolean {
  if (isSpace(before)) return false;
  if (mark === '~') return !isWord(after) || isLetter(before);
  if (isWord(after) || after === '\\' || /^[([{]$/.test(before)) return false;
  if (after === '.' && (isLetter(following) || following === '_')) return false;
  return mark === '*' || isSpace(after) || (closingMark.test(after) && !(/^[.:']$/.test(after) && isLetter(following)));
}

/** Whether what stands before a slash, or goes before the marks, is a path already, or nothing. Between “et” and “ou” it is none. */
function isInPath(text: string, to: number, mark: Mark): boolean {
  if (mark === '_') return true;
  const before = /\S*$/.exec(text.slice(Math.max(0, to - longestStep), to))![0];
  return before === '' || before.includes('/');
}

/** What may still be opened, and how many other things were written before it. */
interface Opener {
  readonly run: MarkRun;
  readonly written: number;
  /** Where those begin that nothing but marks parts from this one. */
  readonly group: number;
}

/**
 * Pairs the marks among the pieces of a text, each closing mark with the nearest that opens, as CommonMark does. For each
 * kind of closing mark it is kept how far down there is nothing for it, so that none looks there again.
 */
export function pairMarks(
  pieces: readonly { readonly kind: string }[],
  used: (from: number, to: number) => void,
): void {
  const openers: Opener[] = [];
  const bottoms = new Map<string, number>();
  let written = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'run') {
      written++;
      continue;
    }
    const run = piece as MarkRun;
    if (run.closes) close(run, written, openers, bottoms, used);
    if (!run.opens || run.from === run.to) continue;
    const last = openers.at(-1);
    const group = last?.written === written ? last.group : openers.length;
    openers.push({ run, written, group });
  }
}

function close(
  run: MarkRun,
  written: number,
  openers: Opener[],
  bottoms: Map<string, number>,
  used: (from: number, to: number) => void,
): void {
  const key = `${run.mark}${run.opens}${run.length % 3}`;
  while (run.from < run.to) {
    const last = openers.at(-1);
    // Marks around nothing but marks are no emphasis: *_* is a face.
    const top = last?.written === written ? last.group : openers.length;
    const bottom = bottoms.get(key) ?? 0;
    let at = top - 1;
    while (at >= bottom && !fits(openers[at]!.run, run)) at--;
    if (at < bottom) {
      bottoms.set(key, Math.max(bottom, top));
      return;
    }
    const opener = openers[at]!.run;
    const size = opener.to - opener.from > 1 && run.to - run.from > 1 ? 2 : 1;
    used(opener.to - size, opener.to);
    used(run.from, run.from + size);
    opener.to -= size;
    run.from += size;
    opener.opening.push(size);
    run.closing.push(size);
    openers.length = opener.from === opener.to ? at : at + 1;
    for (const [kind, height] of bottoms) if (height > openers.length) bottoms.set(kind, openers.length);
  }
}

function fits(opener: MarkRun, closer: MarkRun): boolean {
  if (opener.mark !== closer.mark) return false;
  const isDoubtful = opener.closes || closer.opens;
  return (
    !isDoubtful || (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0)
  );
}
