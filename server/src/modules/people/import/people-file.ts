import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { type FileEncoding, guessEncoding } from './encoding-guess.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** How much of the beginning is used to detect the kind of file. */
const BEGINNING = 4096;

/** How many lines with non-ASCII letters are used to guess the encoding. */
const SAMPLE = 500;

/** Names that spreadsheets use for encodings, in addition to those of `TextDecoder`. */
const otherNames: Record<string, string> = { macroman: 'macintosh', 'mac-roman': 'macintosh', ansi: 'windows-1252', cp1252: 'windows-1252', utf16: 'utf-16le' }; // prettier-ignore

/** A file of people in any encoding. It is read twice: once to find the encoding, once for the rows. */
export class PeopleFile {
  readonly #open: () => Readable;

  constructor(open: () => Readable) {
    this.#open = open;
  }

  /** @param source - A path, or the bytes, which are kept in memory. */
  static async from(source: string | Readable): Promise<PeopleFile> {
    if (typeof source === 'string') return new PeopleFile(() => createReadStream(source));
    const bytes = await buffer(source);
    return new PeopleFile(() => Readable.from([bytes]));
  }

  /**
   * @param asked - The encoding that the user has named.
   * @throws {UnreadableFile} if it is not text, or its encoding cannot be determined.
   */
  async encoding(asked?: string): Promise<FileEncoding> {
    const beginning = await this.#beginning();
    const marked = byteOrderMark(beginning);
    if (marked) return { name: marked, preview: [] };
    if (asked !== undefined) return { name: labelOf(asked), preview: [] };
    const wide = wideEncoding(beginning);
    if (wide) return { name: wide, preview: [] };
    refuseOtherKinds(beginning);
    return (await this.#isUtf8()) ? { name: 'utf-8', preview: [] } : guessEncoding(await this.#sample());
  }

  /**
   * The text in pieces, with `
   * ` as line ends. @throws {UnreadableFile} if it is not in that encoding.
   */
  async *text({ name }: FileEncoding): AsyncGenerator<string> {
    const decoder = new TextDecoder(name, { fatal: true });
    let line = 1;
    let heldBack = '';
    const decode = (bytes?: Uint8Array) => {
      try {
        const decoded = heldBack + (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
        if (decoded.includes('\0')) throw new TypeError('NUL');
        // The second half of a line end may come with the next piece.
        heldBack = bytes && decoded.endsWith('\r') ? '\r' : '';
        const text = decoded.slice(0, decoded.length - heldBack.length).replace(/\r\n?/g, '\n');
        line += text.split('\n').length - 1;
        return text;
      } catch (error) {
        throw new UnreadableFile(
          `The file is not ${name.toUpperCase()} (after line ${line}): save it as “CSV UTF-8”, or name its encoding with --encoding.`,
          { cause: error },
        );
      }
    };
    for await (const chunk of this.#open()) {
      const text = decode(chunk as Buffer);
      if (text) yield text;
    }
    const rest = decode();
    if (rest) yield rest;
  }

  async #beginning(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of this.#open()) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length >= BEGINNING) break;
    }
    return Buffer.concat(chunks).subarray(0, BEGINNING);
  }

  async #isUtf8(): Promise<boolean> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of this.#open()) decoder.decode(chunk as Buffer, { stream: true });
      decoder.decode();
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }

  /** The first lines that contain more than ASCII, by number. */
  async #sample(): Promise<Map<number, Buffer>> {
    const lines = new Map<number, Buffer>();
    const source = this.#open().setEncoding('latin1');
    let number = 0;
    for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
      number++;
      if (/[\x80-\xff]/.test(line)) lines.set(number, Buffer.from(line, 'latin1'));
      if (lines.size >= SAMPLE) break;
    }
    source.destroy();
    return lines;
  }
}

function byteOrderMark(beginning: Buffer): string | null {
  if (beginning.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'utf-8';
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  return beginning[0] === 0xfe && beginning[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a byte order mark: for most letters, one of two bytes is 0. */
function wideEncoding(beginning: Buffer): string | null {
  const zeros = [0, 0];
  beginning.forEach((byte, index) => (zeros[index % 2]! += byte === 0 ? 1 : 0));
  const [even, odd] = zeros as [number, number];
  const many = beginning.length / 4;
  if (odd > many && even < odd / 10) return 'utf-16le';
  return even > many && odd < even / 10 ? 'utf-16be' : null;
}

function refuseOtherKinds(beginning: Buffer): void {
  const starts = (...bytes: number[]) => beginning.subarray(0, bytes.length).equals(Buffer.from(bytes));
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableFile('The file is a workbook (Excel, Numbers, LibreOffice), not CSV: save it as “CSV UTF-8”.');
  if (isUtf8(beginning) && !beginning.includes(0)) return;
  if (beginning.includes(0) || starts(0x1f, 0x8b))
    throw new UnreadableFile('The file is not text: save it as “CSV UTF-8”.');
}

/** @throws {UnreadableFile} */
function labelOf(asked: string): string {
  const label = otherNames[asked.trim().toLowerCase()] ?? asked;
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    throw new UnreadableFile(
      `“${asked}” is not an encoding: utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, macintosh …`,
      { cause: error },
    );
  }
}
