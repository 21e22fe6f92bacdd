/** How a JSON text is built, seen without building it. */
export interface JsonShape {
  /** How deep its arrays and objects are nested. */
  depth: number;
  /** How many entries its outermost array or object has. */
  entries: number;
}

const [quote, backslash, comma, openArray, closeArray, openObject, closeObject] = [34, 92, 44, 91, 93, 123, 125];

/** Measures a text in one pass. Whether it is JSON at all, its parser says. */
export function jsonShape(text: string): JsonShape {
  let depth = 0;
  let deepest = 0;
  let entries = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
    } else if (code === openArray || code === openObject) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === closeArray || code === closeObject) {
      depth -= 1;
    } else if (code === comma && depth === 1) {
      entries += 1;
    }
  }
  return { depth: deepest, entries: deepest > 0 ? entries + 1 : 0 };
}

/** Where the string that starts at `start` ends. */
function endOfString(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (end > 0 && isEscaped(text, end));
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === backslash) before -= 1;
  return (at - before) % 2 === 1;
}
