import { decodeEntities } from './html-entities.ts';

export type HtmlToken =
  { kind: 'text'; text: string } | { kind: 'open'; tag: string; attributes: string } | { kind: 'close'; tag: string };

/** What between these tags is not for people. */
const unread = new Set(['script', 'style', 'head', 'title', 'noscript', 'template']);

/** Texts and tags of a page, in time that grows with its length only, whatever is in it. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const end = new NextIndex(html);
  let at = 0;
  while (at < html.length) {
    const open = end.of('<', at);
    if (open > at) yield { kind: 'text', text: html.slice(at, open) };
    if (open >= html.length) return;
    if (html.startsWith('<!--', open)) {
      at = end.of('-->', open + 4) + 3;
    } else if (html[open + 1] === '!' || html[open + 1] === '?') {
      at = end.of('>', open) + 1;
    } else {
      const token = tagAt(html, open, end.of('>', open));
      yield token;
      at = token.end;
      if (token.kind === 'open' && unread.has(token.tag)) at = Math.max(at, end.of(`</${token.tag}`, at));
    }
  }
}

/** Where a text comes next; the end of the page if it does not. Each text is looked for once until it is passed. */
class NextIndex {
  readonly #html: string;
  readonly #lower: string;
  readonly #next = new Map<string, number>();

  constructor(html: string) {
    this.#html = html;
    this.#lower = html.toLowerCase();
  }

  of(text: string, from: number): number {
    const known = this.#next.get(text);
    if (known !== undefined && known >= from) return known;
    const found = (this.#lower.length === this.#html.length ? this.#lower : this.#html).indexOf(text, from);
    const next = found < 0 ? this.#html.length : found;
    this.#next.set(text, next);
    return next;
  }
}

const tagStart = /<(\/?)([a-zA-Z][a-zA-Z\d:_-]{0,40})/y;
/** A tag of so many characters is text that follows a lone `<`, unless it brings a picture along. */
const longestTag = 20_000;
/** How far a quotation in a tag may go on behind a `>`. */
const longestQuotation = 1_000;

/** The tag that begins at `open`; what is none is text. Each character is read once, but for a few behind the end. */
function tagAt(html: string, open: number, close: number): HtmlToken & { end: number } {
  tagStart.lastIndex = open;
  const match = tagStart.exec(html);
  if (!match) return { kind: 'text', text: '<', end: open + 1 };
  const start = tagStart.lastIndex;
  const isText = close >= html.length || (close - open > longestTag && !html.slice(open, open + 500).includes('data:'));
  if (isText) return { kind: 'text', text: html.slice(open, close), end: close };
  const last = tagEnd(html, start, close);
  const tag = match[2]!.toLowerCase();
  if (match[1] === '/') return { kind: 'close', tag, end: last + 1 };
  return { kind: 'open', tag, attributes: html.slice(start, last), end: last + 1 };
}

/** A `>` between quotes does not end a tag; quotes that do not end do not hide the rest of the page. */
function tagEnd(html: string, start: number, close: number): number {
  const limit = Math.min(html.length, close + longestQuotation);
  let quote = '';
  for (let at = start; at < limit; at++) {
    const character = html[at]!;
    if (character === '>' && quote === '') return at;
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'") && html[at - 1] === '=') quote = character;
  }
  return close;
}

/** The value of an attribute of a tag; empty if it has none. */
export function attribute(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '');
}
