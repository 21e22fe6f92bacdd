import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { autolink } from './autolink.ts';

/**
 * Markup past these is hardly anybody's writing, and costs the parser seconds: it is quadratic in containers, in
 * unmatched marks, in the lines that follow a quote and in addresses after an open bracket.
 */
const maxContainers = 10;
const maxMarks = 2000;
const maxLines = 1000;
const maxAddresses = 500;

const container = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`;
const tooManyContainers = new RegExp(`^(?:${container}){${maxContainers + 1}}`, 'm');
const divider = /^[ \t]*([-*])(?:[ \t]*\1){2,}[ \t]*$/gm;

const options = {
  extensions: [
    autolink(),
    gfmStrikethrough({ singleTilde: false }),
    {
      disable: {
        null: [
          'headingAtx',
          'setextUnderline',
          'htmlFlow',
          'htmlText',
          'labelStartImage',
          'definition',
          // Pasted text is often indented, and seldom code.
          'codeIndented',
          // What people type is what people see.
          'characterReference',
        ],
      },
    },
  ],
  mdastExtensions: [{ ...gfmAutolinkLiteralFromMarkdown(), transforms: [] }, gfmStrikethroughFromMarkdown()],
};

/** The Markdown of our subset as a syntax tree, or null for what is to be shown as it was typed. */
export function parseMarkdown(source: string): Root | null {
  const excessive =
    count(source, /[[\]*_~`<>\\]/g) > maxMarks ||
    count(source, /\r\n|\r|\n/g) > maxLines ||
    count(source, /http|www\./gi) > maxAddresses ||
    tooManyContainers.test(source.replace(divider, ''));
  return excessive ? null : fromMarkdown(source, options);
}

function count(source: string, pattern: RegExp): number {
  return source.match(pattern)?.length ?? 0;
}
