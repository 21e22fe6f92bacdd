import { linkAddress } from './address.ts';
import { markRun, pairMarks } from './emphasis.ts';
import { angledAddress, linkTarget } from './link-syntax.ts';
import type { Piece } from './pieces.ts';
import type { Inline } from './rich-text.ts';
import type { Literal } from './written-address.ts';

interface Bracket {
  /** Where it stands in the text, its `!` included, and among the pieces. */
  readonly start: number;
  readonly piece: number;
  readonly length: 1 | 2;
}

const special = /[\n\\<![\]*_~]/g;
const marks = /\*+|_+|~+/y;
const unfinished = /^(?:https?:\/\/)$/i;

/** Reads a paragraph from its beginning to its end, each character once. */
export class InlineScanner {
  hasUnfinishedLink = false;
  readonly #text: string;
  readonly #literals: readonly Literal[];
  readonly #escapes: ReadonlySet<number>;
  readonly #markup = new Set<number>();
  readonly #pieces: Piece[] = [];
  readonly #brackets: Bracket[] = [];
  #at = 0;
  #nextLiteral = 0;
  #nextSpecial = -1;

  /** @param escapes - Where a backslash hides what follows it. */
  constructor(text: string, literals: readonly Literal[], escapes: ReadonlySet<number>) {
    this.#text = text;
    this.#literals = literals;
    this.#escapes = escapes;
  }

  /** Whether the character at `index` turned out to be markup. To be asked when all is read. */
  isMarkup(index: number): boolean {
    return this.#markup.has(index);
  }

  read(): Piece[] {
    while (this.#at < this.#text.length) this.#step();
    pairMarks(this.#pieces, this.#use);
    return this.#pieces;
  }

  #step(): void {
    const at = this.#at;
    while (this.#literals[this.#nextLiteral] && this.#literals[this.#nextLiteral]!.start < at) this.#nextLiteral++;
    const literal = this.#literals[this.#nextLiteral];
    if (literal?.start === at) return this.#put(literal.inlines, literal.end);
    switch (this.#text[at]) {
      case '\n':
        return this.#put([{ t: 'br' }], at + 1);
      case '\\':
        return this.#escapes.has(at) ? this.#escaped() : this.#words(at + 1);
      case '<':
        return this.#angle();
      case '!':
        return this.#text[at + 1] === '[' ? this.#open(2) : this.#words(at + 1);
      case '[':
        return this.#open(1);
      case ']':
        return this.#close();
      case '*':
      case '_':
      case '~':
        return this.#marks();
      default: {
        if (this.#nextSpecial < at) {
          special.lastIndex = at;
          this.#nextSpecial = special.exec(this.#text)?.index ?? this.#text.length;
        }
        return this.#words(Math.min(this.#nextSpecial, literal?.start ?? this.#nextSpecial));
      }
    }
  }

  #words(end: number): void {
    this.#pieces.push({ kind: 'words', text: this.#text.slice(this.#at, end) });
    this.#at = end;
  }

  #put(inlines: readonly Inline[], end: number): void {
    this.#pieces.push({ kind: 'literal', inlines, typed: this.#text.slice(this.#at, end) });
    this.#at = end;
  }

  #escaped(): void {
    this.#at++;
    const hidden = this.#literals[this.#nextLiteral];
    this.#words(hidden?.start === this.#at ? hidden.end : this.#at + 1);
  }

  #angle(): void {
    const target = angledAddress(this.#text, this.#at);
    if (!target) return this.#words(this.#at + 1);
    const href = linkAddress(target.address);
    const typed = this.#text.slice(this.#at + 1, target.end - 1);
    this.#use(this.#at, this.#at + 1);
    if (href === null) this.#words(target.end);
    else this.#put([{ t: 'a', href, c: [typed] }], target.end);
  }

  #marks(): void {
    marks.lastIndex = this.#at;
    const end = this.#at + marks.exec(this.#text)![0].length;
    this.#pieces.push(markRun(this.#text, this.#at, end));
    this.#at = end;
  }

  #open(length: 1 | 2): void {
    this.#brackets.push({ start: this.#at, piece: this.#pieces.length, length });
    this.#words(this.#at + length);
  }

  #close(): void {
    const opener = this.#brackets.pop();
    const target = opener && linkTarget(this.#text, this.#at + 1);
    if (!target) return this.#words(this.#at + 1);
    const href = linkAddress(target.address);
    if (unfinished.test(target.address)) this.hasUnfinishedLink = true;
    this.#use(opener.start, opener.start + opener.length);
    this.#use(this.#at, this.#at + 1);
    const inner = this.#pieces.splice(opener.piece).slice(1);
    if (href === null) {
      this.#pieces.push({ kind: 'words', text: this.#text.slice(opener.start, target.end) });
    } else {
      pairMarks(inner, this.#use);
      this.#pieces.push({ kind: 'link', href, pieces: inner });
      // No link stands in another: what was opened before it is a bracket.
      this.#brackets.length = 0;
    }
    this.#at = target.end;
  }

  readonly #use = (from: number, to: number): void => {
    for (let index = from; index < to; index++) this.#markup.add(index);
  };
}
