import { decodeEntities } from './html-entities.ts';
import { attribute, type HtmlToken, htmlTokens } from './html-tokens.ts';
import type { ReplyLine } from './reply-line.ts';

const blocks =
  /^(?:address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|html|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul)$/;
const voids = /^(?:area|base|br|col|hr|img|input|link|meta|wbr)$/;
/** Elements in which mail programs put the signature, and those with which an older mail begins. */
const signature =
  /(?:^|[\s_])(?:gmail_signature|moz-signature|signature|ms-outlook-mobile-signature|applemailsignature|protonmail_signature_block)(?:$|\s)/i;
const history =
  /(?:^|[\s_])(?:divRplyFwdMsg|mail-editor-reference-message-container|yahoo_quoted|OLK_SRC_BODY_SECTION)(?:$|\s)/i;
const attribution = /(?:^|\s)(?:gmail_attr|moz-cite-prefix)(?:$|\s)/i;

interface OpenElement {
  tag: string;
  isQuote: boolean;
  mark: ReplyLine['mark'];
  link: string;
  linkAt: number;
}

/** Deeper elements are read as if they were not there. */
const deepest = 2_000;

/** The lines of a page as a mail program shows them, with what its markup says about quotes and signatures. */
export function htmlLines(html: string): ReplyLine[] {
  const reader = new LineReader();
  for (const token of htmlTokens(html)) reader.take(token);
  return reader.end();
}

class LineReader {
  readonly #lines: ReplyLine[] = [];
  readonly #stack: OpenElement[] = [];
  #text = '';
  #depth = 0;
  #mark: ReplyLine['mark'] = null;

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.#addText(token.text);
    else if (token.kind === 'open') this.#open(token.tag, token.attributes);
    else this.#close(token.tag);
  }

  end(): ReplyLine[] {
    this.#break();
    return this.#lines;
  }

  #addText(text: string): void {
    // Lines of the source mean nothing, except in <pre>, where mail programs put plain texts.
    const isPre = this.#stack.some(({ tag }) => tag === 'pre');
    const words = decodeEntities(isPre ? text : text.replace(/[ \t\r\n]+/g, ' '));
    if (!isPre) this.#text += this.#text === '' ? words.replace(/^ /, '') : words;
    else
      for (const [index, line] of words.split(/\r?\n/).entries()) {
        if (index > 0) this.#push();
        this.#text += line;
      }
  }

  #open(tag: string, attributes: string): void {
    if (tag === 'br') return this.#push();
    if (tag === 'hr') return this.#rule();
    if (tag === 'img') return this.#image(attributes);
    if (voids.test(tag)) return;
    if (blocks.test(tag)) this.#break();
    if (isParagraph(tag, attributes)) this.#blank();
    if (tag === 'td' || tag === 'th') this.#text += this.#text === '' ? '' : ' ';
    if (tag === 'li') this.#text = '- ';
    if (this.#stack.length >= deepest || attributes.endsWith('/')) return;
    const mark = markOf(attributes);
    const link = tag === 'a' ? attribute(attributes, 'href') : '';
    const isQuote = tag === 'blockquote' && this.#isQuote(attributes);
    this.#stack.push({ tag, isQuote, mark: this.#mark, link, linkAt: this.#text.length });
    if (isQuote) this.#depth++;
    if (mark === 'history') this.#lines.push({ text: '', depth: this.#depth, mark });
    else if (mark) this.#mark = mark;
  }

  #close(tag: string): void {
    if (tag === 'p') this.#break();
    const index = this.#stack.findLastIndex((element) => element.tag === tag);
    if (index < 0) return;
    if (blocks.test(tag)) this.#break();
    for (const { isQuote, mark, link, linkAt } of this.#stack.splice(index).reverse()) {
      if (link !== '') this.#address(link, linkAt);
      if (isQuote) this.#depth--;
      this.#mark = mark;
    }
    if (tag === 'p' || tag === 'blockquote') this.#blank();
  }

  /** Where a link leads, if its words do not say so. */
  #address(link: string, from: number): void {
    const words = this.#text.slice(from).trim();
    if (!/^https?:\/\//i.test(link) || words === '' || /^(?:https?:\/\/|www\.)/i.test(words)) return;
    if (link.replace(/^https?:\/\/|\/$/gi, '') !== words.replace(/\/$/, '')) this.#text += ` (${link})`;
  }

  /** Pictures are attachments; those that stand for a character are that character. */
  #image(attributes: string): void {
    const alternative = attribute(attributes, 'alt');
    if (alternative.length <= 8 && /\p{Extended_Pictographic}/u.test(alternative)) this.#text += alternative;
  }

  /** People also indent by this element: it quotes a mail where the program says so, or who wrote what stands above. */
  #isQuote(attributes: string): boolean {
    if (/cite/i.test(attribute(attributes, 'type')) || /quote|cite/i.test(attribute(attributes, 'class'))) return true;
    const above = this.#lines.findLast(({ text }) => text.trim() !== '');
    return this.#depth > 0 || (above !== undefined && /:\s*$/.test(above.text) && /\d/.test(above.text));
  }

  #push(): void {
    this.#lines.push({ text: this.#text.trimEnd(), depth: this.#depth, mark: this.#mark });
    this.#text = '';
  }

  #break(): void {
    // A hard space alone is how programs write an empty line.
    if (this.#text.trim() !== '' || this.#text.includes('\u00a0')) this.#push();
    this.#text = '';
  }

  #blank(): void {
    const last = this.#lines.at(-1);
    if (last && last.text !== '') this.#push();
  }

  #rule(): void {
    this.#break();
    this.#lines.push({ text: '_'.repeat(32), depth: this.#depth, mark: this.#mark ?? 'rule' });
  }
}

function markOf(attributes: string): ReplyLine['mark'] {
  if (!/class|id\s*=/i.test(attributes)) return null;
  const names = `${attribute(attributes, 'id')} ${attribute(attributes, 'class')}`;
  if (history.test(names)) return 'history';
  if (signature.test(names)) return 'signature';
  return attribution.test(names) ? 'attribution' : null;
}

/** Paragraphs of Outlook have no space between them. */
function isParagraph(tag: string, attributes: string): boolean {
  return tag === 'p' && !/MsoNormal|MsoListParagraph|MsoPlainText|margin(?:-top)?:\s*0/i.test(attributes);
}
