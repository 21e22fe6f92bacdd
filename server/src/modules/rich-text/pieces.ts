import type { MarkRun } from './emphasis.ts';
import type { Inline } from './rich-text.ts';

/** A part of a text whose markup is known but for its emphasis. */
export type Piece = Words | Literally | MarkRun | LinkPiece;

export interface Words {
  readonly kind: 'words';
  readonly text: string;
}

/** What is already an inline, and how it was typed: inside a link, it is that text again. */
export interface Literally {
  readonly kind: 'literal';
  readonly inlines: readonly Inline[];
  readonly typed: string;
}

export interface LinkPiece {
  readonly kind: 'link';
  readonly href: string;
  readonly pieces: readonly Piece[];
}

/** Styles nest no deeper: what is deeper comes out at this depth, with all its text. */
const maxDepth = 8;

const styles = { '*1': 'em', '*2': 'strong', _1: 'em', _2: 'strong', '~2': 'del' } as const;

/** Makes the tree of pieces whose marks are paired. */
export function inlinesOf(pieces: readonly Piece[], depth = 0, inLink = false): Inline[] {
  const root: Inline[] = [];
  const open = [root];
  const write = (inline: Inline) => append(open.at(-1)!, inline);
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'words':
        write(piece.text);
        break;
      case 'literal':
        if (inLink && piece.inlines.some(isName)) write(piece.typed);
        else piece.inlines.forEach(write);
        break;
      case 'link': {
        const c = inlinesOf(piece.pieces, depth + open.length - 1, true);
        write({ t: 'a', href: piece.href, c: c.length > 0 ? c : [piece.href] });
        break;
      }
      case 'run': {
        const { mark, closing, opening, from, to } = piece;
        open.length -= closing.length;
        if (to > from) write(mark.repeat(to - from));
        for (const size of opening.toReversed()) {
          const c: Inline[] = [];
          const isDeep = depth + open.length > maxDepth;
          if (!isDeep) write({ t: styles[`${mark}${size}` as keyof typeof styles], c });
          open.push(isDeep ? open.at(-1)! : c);
        }
      }
    }
  }
  return root;
}

function isName(inline: Inline): boolean {
  return typeof inline !== 'string' && inline.t !== 'icode' && inline.t !== 'br';
}

/** Puts an inline at the end; strings that follow each other are one. */
function append(inlines: Inline[], inline: Inline): void {
  const last = inlines.at(-1);
  if (inline === '') return;
  if (typeof inline === 'string' && typeof last === 'string') inlines[inlines.length - 1] = last + inline;
  else inlines.push(inline);
}
