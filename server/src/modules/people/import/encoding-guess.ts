import { isUtf8 } from 'node:buffer';
import { UnreadableFile } from './unreadable-file.ts';

/** The encoding of a file. */
export interface FileEncoding {
  /** As `TextDecoder` names it. */
  name: string;
  /** Words with which a reader can check the guess; empty if nothing was guessed. */
  preview: string[];
}

/** The encodings that Excel writes, on Windows and on the Mac, when UTF-8 is not chosen. */
const candidates = ['windows-1252', 'macintosh'] as const;

const COMMON_SMALL = /[àâäáãåæçéèêëíîïñóôöõøœßùúûüÿ]/;
const COMMON_LARGE = /[ÀÂÄÁÅÆÇÉÈÊËÍÎÏÑÓÔÖØŒÙÚÛÜ]/;
const COMMON_SIGN = /[’‘“”«»–—…€°·\u00a0]/;

/** How many words are shown to check the guess. */
const SHOWN = 4;

/**
 * The encoding of a file that is not UTF-8, from its lines with letters beyond ASCII.
 *
 * @throws {UnreadableFile} if some of them are UTF-8, or none of the likely encodings yields words.
 */
export function guessEncoding(lines: ReadonlyMap<number, Buffer>): FileEncoding {
  const numbers = [...lines.keys()];
  const utf8 = numbers.find((number) => isUtf8(lines.get(number)!));
  const other = numbers.find((number) => !isUtf8(lines.get(number)!))!;
  if (utf8 !== undefined) {
    throw new UnreadableFile(
      `Line ${utf8} of the file is UTF-8 and line ${other} is not: was it joined from two files, or truncated? Save it as “CSV UTF-8” and import it again.`,
    );
  }
  const texts = candidates.map((name) => {
    const decoder = new TextDecoder(name);
    return { name, lines: numbers.map((number) => decoder.decode(lines.get(number))) };
  });
  const scored = texts.map((text) => ({ ...text, score: text.lines.reduce((sum, line) => sum + score(line), 0) }));
  const best = scored.reduce((one, two) => (two.score > one.score ? two : one));
  if (best.score <= 0) {
    throw new UnreadableFile(
      `The file is not UTF-8 (line ${other}), and its encoding cannot be determined: save it as “CSV UTF-8”, or name its encoding with --encoding.`,
    );
  }
  return { name: best.name, preview: wordsOf(best.lines) };
}

/** How much a line looks like text: small letters with accents do; capitals or signs in the middle of a word do not. */
function score(line: string): number {
  let sum = 0;
  for (const [letter] of line.matchAll(/[\u0080-\uffff]/g)) {
    if (COMMON_SMALL.test(letter)) sum += 2;
    else if (COMMON_LARGE.test(letter) || COMMON_SIGN.test(letter)) sum += 1;
    else sum -= 3;
  }
  return sum - 4 * (line.match(/(?<=\p{L})[^\p{Ll}\u0000-\u007f’‘](?=\p{Ll})/gu)?.length ?? 0);
}

function wordsOf(lines: readonly string[]): string[] {
  const words = lines.flatMap((line) => line.match(/[\p{L}\p{M}'’-]*[^\u0000-\u007f][\p{L}\p{M}'’-]*/gu) ?? []);
  return [...new Set(words)].slice(0, SHOWN);
}
