const CODE = /(`+)(?!`)[^]*?(?<!`)\1(?!`)/g;
const UNFINISHED = /\[[^\]\n]*\]\((https?:\/\/)\)/i;

/** Where a link still has the address that the formatting bar begins it with, and nothing more; not in code. */
export function unfinishedLink(text: string): { readonly from: number; readonly to: number } | undefined {
  const match = UNFINISHED.exec(text.replace(CODE, (code) => ' '.repeat(code.length)));
  if (!match) return undefined;
  const to = match.index + match[0].length - 1;
  return { from: to - match[1]!.length, to };
}
