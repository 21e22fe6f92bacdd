import type { Block, Inline } from './rich-text-tree.js';

/** The typed text, as shown until the server has parsed it. */
export const plainTree = (typed: string): Block[] =>
  typed.split(/\n\s*\n/).map((paragraph) => ({
    t: 'p',
    c: paragraph.split('\n').flatMap((line, i): Inline[] => (i ? [{ t: 'br' }, line] : [line])),
  }));
