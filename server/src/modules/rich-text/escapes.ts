import type { Literal } from './written-address.ts';

const escape = /\\([*_~[\]<!@#])/g;
const blockEscape = /^(?:\\(?=[-*][ \t]|>)|\d{1,9}\\(?=[.)][ \t]))/gm;

/** The backslashes that would hide markup, should what follows them be some. None stands in code, a path or an address. */
export function possibleEscapes(text: string, literals: readonly Literal[]): number[] {
  const found: number[] = [];
  let next = 0;
  for (const { index } of text.matchAll(escape)) {
    while (next < literals.length && literals[next]!.end <= index) next++;
    const literal = literals[next];
    if (!literal || index < literal.start) found.push(index);
  }
  return found;
}

/** Backslashes before what would begin a list or a quote: they have done their work when the line is read as text. */
export function lineEscapes(text: string): number[] {
  return [...text.matchAll(blockEscape)].map(({ index, 0: matched }) => index + matched.length - 1);
}
