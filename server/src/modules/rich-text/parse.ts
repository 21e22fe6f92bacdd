import { literalsIn } from './literals.ts';
import { parseMarkdown } from './markdown.ts';
import type { PeopleByHandle } from './names-in-text.ts';
import { plainText } from './plain-text.ts';
import { withRealHosts } from './real-host.ts';
import type { Block, Inline, RichText } from './rich-text.ts';
import { TreeBuilder } from './tree-builder.ts';

/** What came of reading a text. */
export interface ReadText {
  readonly richText: RichText;
  /** Whether a link was begun whose address is still to be typed. */
  readonly hasUnfinishedLink: boolean;
}

/** Parses a text. Every text is valid: whatever is not in our subset of Markdown is plain text. */
export function parseRichText(source: string, people: PeopleByHandle): RichText {
  return readRichText(source, people).richText;
}

/** The same, with what the writer should know. */
export function readRichText(source: string, people: PeopleByHandle): ReadText {
  const text = source.replace(/\r\n?/g, '\n');
  const tokens = parseMarkdown(text);
  const builder = new TreeBuilder(text, people);
  const tree = withRealHosts(tokens ? builder.blocks(tokens) : asTyped(text, people));
  return { richText: { source, text: plainText(tree), tree }, hasUnfinishedLink: builder.hasUnfinishedLink };
}

function asTyped(text: string, people: PeopleByHandle): Block[] {
  return text
    .split(/\n(?:[ \t]*\n)+/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => ({ t: 'p', c: literally(paragraph, people) }));
}

/** A text with its names and addresses as nodes, and nothing else read into it. */
function literally(text: string, people: PeopleByHandle): Inline[] {
  const inlines: Inline[] = [];
  const write = (part: string) =>
    part.split('\n').forEach((line, index) => {
      if (index > 0) inlines.push({ t: 'br' });
      if (line) inlines.push(line);
    });
  let done = 0;
  for (const { start, end, inlines: named } of literalsIn(text, people)) {
    write(text.slice(done, start));
    inlines.push(...named);
    done = end;
  }
  write(text.slice(done));
  return inlines;
}
