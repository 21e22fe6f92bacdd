import { answerLine } from '../answer-line.ts';
import { type Block, type Inline, type MailContent, type MailLanguage, pageUrl } from './mail-blocks.ts';
import { typeset } from './typography.ts';

/** As wide as all programs show without folding. */
const width = 72;

/** The mail as plain text. */
export function mailText({ lang, brand, blocks, answerable, footer }: MailContent): string {
  const set = (text: string) => typeset(text, lang);
  const paragraphs = [
    ...(answerable ? [`---- ${answerLine(lang)} ----`] : []),
    set(brand),
    ...blocks.map((block) => blockText(block, lang)),
    '_'.repeat(32),
    folded(set(footer.reason)),
    footer.links.map(({ label, url }) => set(lang === 'fr' ? `${label} : ` : `${label}: `) + pageUrl(url)).join('\n'),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function blockText(block: Block, lang: MailLanguage): string {
  const set = (text: string) => typeset(text, lang);
  switch (block.kind) {
    case 'heading':
      return folded(set(block.text));
    case 'paragraph':
      return folded(block.text.map((part) => inlineText(part, lang)).join(''));
    case 'quote':
      return `${block.author}, ${set(block.at)}${lang === 'fr' ? '\u00a0' : ''}:\n\n${indented(block.text)}`;
    case 'button':
      return `${set(block.label)}${lang === 'fr' ? '\u00a0' : ''}:\n${pageUrl(block.url)}`;
    case 'lines':
      return [
        ...(block.title === undefined ? [] : [set(block.title)]),
        ...block.lines.map(({ text, detail, url }) =>
          [`- ${below(set(text))}`, ...(detail ? [below(set(detail))] : []), ...(url ? [pageUrl(url)] : [])].join(
            '\n  ',
          ),
        ),
      ].join('\n');
  }
}

function inlineText(part: Inline, lang: MailLanguage): string {
  if (typeof part === 'string') return typeset(part, lang);
  return 'bold' in part ? typeset(part.bold, lang) : `${typeset(part.label, lang)} (${pageUrl(part.url)})`;
}

/** What a person wrote stands apart by its margin: marks such as `>` would make it look like an older mail. */
function indented(text: string): string {
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => folded(line, width - 4).replace(/^(?=.)/gm, '    '))
    .join('\n');
}

/** As an item of a list goes on: below its beginning. */
function below(text: string): string {
  return folded(text, width - 2).replaceAll('\n', '\n  ');
}

function folded(text: string, limit = width): string {
  const lines = [''];
  for (const word of text.split(/[ \n]+/)) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + word.length + 1 > limit) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
