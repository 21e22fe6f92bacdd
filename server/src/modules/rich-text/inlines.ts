import type { Literal } from './written-address.ts';
import { InlineScanner } from './inline-scanner.ts';
import { fixedParts } from './code-spans.ts';
import { lineEscapes, possibleEscapes } from './escapes.ts';
import type { PeopleByHandle } from './names-in-text.ts';
import { inlinesOf } from './pieces.ts';
import type { Inline } from './rich-text.ts';

/** What a paragraph says. */
export interface ParagraphText {
  readonly inlines: Inline[];
  /** Whether a link was begun and its address left as the formatting bar puts it: `[](https://)`. */
  readonly hasUnfinishedLink: boolean;
}

/**
 * Reads the text of a paragraph. What people type is what people see: a backslash hides only before what would be markup
 * without it. So a text that has any is read without them first, to see what they stand before.
 */
export function readParagraph(text: string, people: PeopleByHandle): ParagraphText {
  const { literals, escapes: codeEscapes } = fixedParts(text, people);
  const escapes = [...lineEscapes(text), ...codeEscapes, ...escapesBeforeMarkup(text, literals, people)];
  const scanner = new InlineScanner(text, literals, new Set(escapes));
  const pieces = scanner.read();
  return { inlines: inlinesOf(pieces), hasUnfinishedLink: scanner.hasUnfinishedLink };
}

function escapesBeforeMarkup(text: string, literals: readonly Literal[], people: PeopleByHandle): number[] {
  const escapes = possibleEscapes(text, literals);
  if (escapes.length === 0) return [];
  const bare = without(text, escapes);
  const { literals: bareLiterals } = fixedParts(bare, people);
  const scanner = new InlineScanner(bare, bareLiterals, new Set());
  scanner.read();
  const names = new Set(bareLiterals.map(({ start }) => start));
  return escapes.filter((index, before) => {
    const position = index - before;
    return scanner.isMarkup(position) || (/[@#]/.test(bare[position]!) && names.has(position));
  });
}

function without(text: string, indexes: readonly number[]): string {
  let done = 0;
  let result = '';
  for (const index of indexes) {
    result += text.slice(done, index);
    done = index + 1;
  }
  return result + text.slice(done);
}
