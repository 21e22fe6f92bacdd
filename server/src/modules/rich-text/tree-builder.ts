import { readParagraph } from './inlines.ts';
import type { MarkdownToken } from './markdown.ts';
import type { PeopleByHandle } from './names-in-text.ts';
import type { Block, ListItem } from './rich-text.ts';

/** Quotes in lists in quotes …: deeper ones come out at this depth, with all their text. */
const maxDepth = 8;

/** A list or quote that is being read. */
interface Open {
  readonly blocks: Block[];
  readonly items: ListItem[];
}

/** Makes our tree of the tokens of markdown-it. */
export class TreeBuilder {
  hasUnfinishedLink = false;
  readonly #lines: readonly string[];
  readonly #people: PeopleByHandle;
  readonly #root: Open = { blocks: [], items: [] };
  readonly #open: Open[] = [this.#root];
  /** How many lists and quotes are open. */
  #depth = 0;

  constructor(text: string, people: PeopleByHandle) {
    this.#lines = text.split('\n');
    this.#people = people;
  }

  blocks(tokens: readonly MarkdownToken[]): Block[] {
    for (let index = 0; index < tokens.length; index++) {
      const end = endOfEmptyList(tokens, index);
      if (end === null) this.#read(tokens[index]!);
      else this.#last.blocks.push(...this.#emptyList(tokens[index]!));
      index = end ?? index;
    }
    return this.#root.blocks;
  }

  get #last(): Open {
    return this.#open.at(-1)!;
  }

  #read(token: MarkdownToken): void {
    switch (token.type) {
      case 'blockquote_open':
        return this.#enter(({ blocks }) => ({ t: 'quote', c: blocks }));
      case 'bullet_list_open':
        return this.#enter(({ items }) => ({ t: 'list', ordered: false, c: items }));
      case 'ordered_list_open':
        return this.#enter(({ items }) => ({ t: 'list', ordered: true, ...startOf(token), c: items }));
      case 'list_item_open':
        return this.#enterItem();
      case 'blockquote_close':
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#depth--;
        this.#open.pop();
        return;
      case 'list_item_close':
        this.#open.pop();
        return;
      default:
        this.#last.blocks.push(...this.#leaf(token));
    }
  }

  #enter(block: (inner: Open) => Block): void {
    if (this.#depth++ >= maxDepth) return void this.#open.push(this.#last);
    const inner: Open = { blocks: [], items: [] };
    this.#last.blocks.push(block(inner));
    this.#open.push(inner);
  }

  #enterItem(): void {
    if (this.#depth > maxDepth) return void this.#open.push(this.#last);
    const item: Open = { blocks: [], items: [] };
    this.#last.items.push({ t: 'item', c: item.blocks });
    this.#open.push(item);
  }

  /** “5.” alone is a number, and “-” a dash: a list of nothing is the text it is. */
  #emptyList({ map }: MarkdownToken): Block[] {
    return this.#lines.slice(...map!).flatMap((line): Block[] => {
      const text = line.replace(/^[>\s]+/, '').trimEnd();
      return text ? [{ t: 'p', c: [text] }] : [];
    });
  }

  #leaf(token: MarkdownToken): Block[] {
    switch (token.type) {
      case 'inline': {
        const { inlines, hasUnfinishedLink } = readParagraph(trimmedLines(token.content), this.#people);
        this.hasUnfinishedLink ||= hasUnfinishedLink;
        return inlines.length > 0 ? [{ t: 'p', c: inlines }] : [];
      }
      case 'fence': {
        const info = token.info.trim();
        const v = token.content.replace(/\n$/, '');
        if (info === '') return [{ t: 'code', v }];
        // What follows the backticks and is no language, or all that there is, is code as well: some begin it there.
        if (v === '') return [{ t: 'code', v: info }];
        return [/^[a-z][\w+#.-]{0,31}$/i.test(info) ? { t: 'code', v, lang: info } : { t: 'code', v: `${info}\n${v}` }];
      }
      case 'hr': {
        const [, divider] = /((?:[-*_][ \t]*){3,})$/.exec(this.#lines[token.map![0]]!.trimEnd())!;
        return [{ t: 'p', c: [divider!] }];
      }
      default:
        return [];
    }
  }
}

/** The index of the token that closes the list which begins at `index`, where the list has no words in it. */
function endOfEmptyList(tokens: readonly MarkdownToken[], index: number): number | null {
  if (!tokens[index]!.type.endsWith('_list_open')) return null;
  let next = index + 1;
  while (tokens[next]?.type === 'list_item_open' && tokens[next + 1]?.type === 'list_item_close') next += 2;
  return tokens[next]?.type.endsWith('_list_close') ? next : null;
}

function startOf(token: MarkdownToken): { start: number } | false {
  const start = Number(token.attrGet('start') ?? 1);
  return start !== 1 && { start };
}

/** Lines without leading and trailing spaces, which are not visible. */
function trimmedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      let [from, to] = [0, line.length];
      while (from < to && isRoom(line[from]!)) from++;
      while (to > from && isRoom(line[to - 1]!)) to--;
      return line.slice(from, to);
    })
    .join('\n');
}

function isRoom(character: string): boolean {
  return character === ' ' || character === '\t';
}
