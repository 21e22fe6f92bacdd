import { literalsIn } from './literals.ts';
import type { PeopleByHandle } from './names-in-text.ts';
import type { Literal } from './written-address.ts';

/** What of a text markup has no say in. */
export interface Fixed {
  readonly literals: readonly Literal[];
  /** Backslashes that keep a backtick from beginning code. */
  readonly escapes: readonly number[];
}

/** Code, addresses, paths and names, in order. What is in code is code. */
export function fixedParts(text: string, people: PeopleByHandle): Fixed {
  const { literals: code, escapes } = codeSpans(text);
  const names = literalsIn(text, people);
  const literals: Literal[] = [];
  let next = 0;
  for (const literal of names) {
    while (next < code.length && code[next]!.end <= literal.start) literals.push(code[next++]!);
    if (next === code.length || literal.end <= code[next]!.start) literals.push(literal);
  }
  return { literals: [...literals, ...code.slice(next)], escapes };
}

/** Where `code` stands in a text: from each row of backticks to the next one of its length. */
function codeSpans(text: string): Fixed {
  const rows = [...text.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ index, length }));
  const later = new Map<number, number[]>();
  for (const { index, length } of rows.toReversed()) {
    const same = later.get(length);
    if (same) same.push(index);
    else later.set(length, [index]);
  }
  const spans: Literal[] = [];
  const escapes: number[] = [];
  let floor = 0;
  for (const { index, length } of rows) {
    if (index < floor) continue;
    const ends = later.get(length)!;
    while (ends.length > 0 && ends.at(-1)! <= index) ends.pop();
    const closing = ends.at(-1);
    if (closing === undefined) continue;
    if (isEscaped(text, index)) {
      escapes.push(index - 1);
      continue;
    }
    floor = closing + length;
    spans.push({ start: index, end: floor, inlines: [{ t: 'icode', v: spoken(text.slice(index + length, closing)) }] });
  }
  return { literals: spans, escapes };
}

function isEscaped(text: string, index: number): boolean {
  let from = index;
  while (text[from - 1] === '\\') from--;
  return (index - from) % 2 === 1;
}

/** One space on both sides is there to keep backticks apart. */
function spoken(code: string): string {
  const line = code.replace(/\n/g, ' ');
  return /^ .*[^ ].* $/.test(line) || /^ [^ ] $/.test(line) ? line.slice(1, -1) : line;
}
