/** What stands in the parentheses of a link. */
export interface LinkTarget {
  readonly address: string;
  readonly end: number;
}

/** Parentheses nest no deeper in an address; without a bound, each link would look through all that follow. */
const maxDepth = 32;

const room = /[ \t]*\n?[ \t]*/y;
const bracketed = /<([^<>\n]*)>/y;
const title = /(?:"[^"]*"|'[^']*'|\([^()]*\))[ \t]*\n?[ \t]*/y;
const angled = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9.-]{1,255})>/iy;

/** The `(address "title")` that begins at `start`, if one does. */
export function linkTarget(text: string, start: number): LinkTarget | null {
  if (text[start] !== '(') return null;
  const from = start + 1 + lengthOf(room, text, start + 1);
  const inAngles = lengthOf(bracketed, text, from);
  const to = inAngles > 0 ? from + inAngles : addressEnd(text, from);
  if (to === null) return null;
  const gap = lengthOf(room, text, to);
  const titled = to + gap + (gap > 0 ? lengthOf(title, text, to + gap) : 0);
  if (text[titled] !== ')') return null;
  const address = inAngles > 0 ? text.slice(from + 1, to - 1) : text.slice(from, to).replace(/\\([()<>])/g, '$1');
  return { address, end: titled + 1 };
}

/** The address in `<…>` that begins at `start`, with its end. */
export function angledAddress(text: string, start: number): LinkTarget | null {
  const length = lengthOf(angled, text, start);
  if (length === 0) return null;
  const inner = text.slice(start + 1, start + length - 1);
  return { address: /^[^:]*@/.test(inner) ? `mailto:${inner}` : inner, end: start + length };
}

function addressEnd(text: string, from: number): number | null {
  let depth = 0;
  for (let index = from; index < text.length; index++) {
    const character = text[index]!;
    if (/[\s\p{Cc}]/u.test(character)) return depth === 0 ? index : null;
    if (character === '\\') index++;
    else if (character === '(' && ++depth > maxDepth) return null;
    else if (character === ')' && depth-- === 0) return index;
  }
  return null;
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
