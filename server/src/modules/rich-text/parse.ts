import type { List, PhrasingContent, RootContent } from 'mdast';
import { linkAddress } from './address.ts';
import { parseMarkdown } from './markdown.ts';
import { type PeopleByHandle, withNames } from './names-in-text.ts';
import { plainText } from './plain-text.ts';
import type { Block, Inline, RichText } from './rich-text.ts';

/** Quotes in lists in quotes …: deeper ones come out at this depth, with all their text. */
const maxDepth = 8;

/** Parses what somebody wrote. Any text is valid; what is not in our subset of Markdown stays the text it is. */
export function parseRichText(source: string, people: PeopleByHandle): RichText {
  const root = parseMarkdown(source);
  const tree = root ? new TreeBuilder(source, people).blocks(root.children, 0) : asTyped(source, people);
  return { source, text: plainText(tree), tree };
}

function asTyped(source: string, people: PeopleByHandle): Block[] {
  return source
    .split(/(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => ({ t: 'p', c: lines(paragraph, (line) => withNames(line, people)) }));
}

/** Makes our tree of mdast's. A node that we do not know gives its source, so that nothing written gets lost. */
class TreeBuilder {
  readonly #source: string;
  readonly #people: PeopleByHandle;

  constructor(source: string, people: PeopleByHandle) {
    this.#source = source;
    this.#people = people;
  }

  blocks(nodes: readonly RootContent[], depth: number): Block[] {
    return nodes.flatMap((node) => this.#block(node, depth));
  }

  #block(node: RootContent, depth: number): Block[] {
    switch (node.type) {
      case 'paragraph':
        return [{ t: 'p', c: this.#inlines(node.children, 0) }];
      case 'blockquote': {
        const c = this.blocks(node.children, depth + 1);
        return depth < maxDepth ? [{ t: 'quote', c }] : c;
      }
      case 'list':
        return this.#list(node, depth);
      case 'code':
        return [{ t: 'code', v: node.value, ...(isLanguage(node.lang) && { lang: node.lang }) }];
      default:
        return [{ t: 'p', c: lines(this.#sourceOf(node)) }];
    }
  }

  #list({ ordered, start, children }: List, depth: number): Block[] {
    const items = children.map((item) => this.blocks(item.children, depth + 1));
    if (depth >= maxDepth) return items.flat();
    const numbered = ordered ? start != null && start !== 1 && { start } : false;
    return [{ t: 'list', ordered: Boolean(ordered), ...numbered, c: items.map((c) => ({ t: 'item', c })) }];
  }

  #inlines(nodes: readonly PhrasingContent[], depth: number, inLink = false): Inline[] {
    return joined(nodes.flatMap((node) => this.#inline(node, depth, inLink)));
  }

  #inline(node: PhrasingContent, depth: number, inLink: boolean): Inline[] {
    switch (node.type) {
      case 'text':
        return lines(node.value, inLink ? undefined : (line) => withNames(line, this.#people));
      case 'emphasis':
      case 'strong':
      case 'delete': {
        const c = this.#inlines(node.children, depth + 1, inLink);
        return depth < maxDepth ? [{ t: styles[node.type], c }] : c;
      }
      case 'inlineCode':
        return [{ t: 'icode', v: node.value }];
      case 'break':
        return [{ t: 'br' }];
      case 'link': {
        const href = linkAddress(node.url);
        if (href === null || inLink) return lines(this.#sourceOf(node));
        const c = this.#inlines(node.children, depth + 1, true);
        return [{ t: 'a', href, c: c.length ? c : [href] }];
      }
      default:
        return lines(this.#sourceOf(node));
    }
  }

  #sourceOf(node: RootContent): string {
    const { start, end } = node.position ?? {};
    return this.#source.slice(start?.offset, end?.offset);
  }
}

const styles = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;

function isLanguage(lang: string | null | undefined): lang is string {
  return lang != null && /^[\w+#.-]{1,32}$/.test(lang);
}

/** A text with its line ends as breaks: people expect their Enter to show. */
function lines(text: string, inlines: (line: string) => Inline[] = (line) => (line ? [line] : [])): Inline[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => (index ? [{ t: 'br' } as const, ...inlines(line)] : inlines(line)));
}

/** Strings that follow each other made one. */
function joined(inlines: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (typeof inline === 'string' && typeof last === 'string') result[result.length - 1] = last + inline;
    else result.push(inline);
  }
  return result;
}
