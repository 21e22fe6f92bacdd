import MarkdownIt from 'markdown-it';

/** The greatest depth of lists and quotes, beyond what people write: deeper nesting is shown as typed. */
const maxContainers = 10;
const maxNesting = 200;

const container = String.raw`[ \t]*(?:>|[-*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`;
const tooManyContainers = new RegExp(`^(?:${container}){${maxContainers + 1}}`, 'm');
const divider = /^[ \t]*([-*])(?:[ \t]*\1){2,}[ \t]*$/gm;

// Pasted text is often indented, and seldom code; HTML, headings, tables and definitions are the text that they are.
const parser = new MarkdownIt('zero').enable(['fence', 'list', 'blockquote', 'hr', 'paragraph']);
Object.assign(parser.options, { maxNesting });
leavePluses();

/** Lists, quotes, code and paragraphs, as markdown-it finds them in lines that end in `\n`. */
export type MarkdownToken = ReturnType<typeof parser.parse>[number];

/** The blocks of a text, or null for what is to be shown as it was typed. */
export function parseMarkdown(text: string): MarkdownToken[] | null {
  if (tooManyContainers.test(text.replace(divider, ''))) return null;
  const tokens: MarkdownToken[] = [];
  parser.block.parse(text, parser, {}, tokens);
  return tokens.some(({ level }) => level >= maxNesting - 2) ? null : tokens;
}

/** A line that begins with `+ ` is a sum or a rise (+ 3 %), and no list. */
function leavePluses(): void {
  const { ruler } = parser.block;
  const list = ruler.getRules('').find(({ name }) => name === 'list')!;
  const isPlus = (src: string, at: number) => src[at] === '+';
  ruler.at(
    'list',
    (state, line, ...rest) =>
      !isPlus(state.src, state.bMarks[line]! + state.tShift[line]!) && list(state, line, ...rest),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}
