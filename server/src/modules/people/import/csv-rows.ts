import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { type ImportField, readHeader } from './columns.ts';

/** Something about the whole file that must be put right first: told in words, nothing more is read. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** One row of the file: its cells by field, empty ones too. */
export interface ImportRow {
  /** Where it starts, as an editor counts. */
  line: number;
  cells: Partial<Record<ImportField, string>>;
  /** How many cells more or fewer than the header has. */
  surplus: number;
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

/**
 * The rows of a CSV file. Comma, semicolon or tab between cells is seen from the header; UTF-8, with or without a byte
 * order mark.
 *
 * @throws {UnreadableFile} for another encoding, a header without the columns needed, or a quote that never ends.
 */
export async function* readRows(source: Readable): AsyncGenerator<ImportRow> {
  const text = decoded(source);
  const first = await text.next();
  const beginning = first.done ? '' : first.value;
  const parser = parse({
    delimiter: delimiterOf(beginning),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  });
  const whole = Readable.from(followedBy(beginning, text));
  whole.on('error', (error) => parser.destroy(error));
  whole.pipe(parser);
  let fields: (ImportField | null)[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      if (fields) yield toRow(fields, record, info.lines);
      else fields = headerOf(record);
    }
  } catch (error) {
    throw error instanceof UnreadableFile
      ? error
      : new UnreadableFile(`The file cannot be read: ${(error as Error).message}`, { cause: error });
  } finally {
    source.destroy();
  }
  if (!fields) throw new UnreadableFile('The file is empty: its first line must name the columns.');
}

async function* decoded(source: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const decode = (bytes?: Uint8Array) => {
    try {
      const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
      if (text.includes('\0')) throw new TypeError('NUL');
      line += text.split('\n').length - 1;
      return text;
    } catch (error) {
      throw new UnreadableFile(
        `The file is not UTF-8 (after line ${line}): save it as “CSV UTF-8” and import it again.`,
        { cause: error },
      );
    }
  };
  for await (const chunk of source) {
    const text = decode(typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer));
    if (text) yield text;
  }
  const rest = decode();
  if (rest) yield rest;
}

async function* followedBy(beginning: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (beginning) yield beginning;
  yield* rest;
}

/** The separator that the header has most of, outside quotes. */
function delimiterOf(beginning: string): string {
  const header = beginning.split(/\r?\n/, 1)[0]!.replace(/"[^"]*"/g, '');
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function headerOf(record: readonly string[]): (ImportField | null)[] {
  try {
    return readHeader(record);
  } catch (error) {
    throw new UnreadableFile((error as Error).message, { cause: error });
  }
}

function toRow(fields: readonly (ImportField | null)[], record: readonly string[], lastLine: number): ImportRow {
  const cells: ImportRow['cells'] = {};
  fields.forEach((field, index) => {
    if (field) cells[field] = record[index] ?? '';
  });
  const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { line: lastLine - breaks, cells, surplus: record.length - fields.length };
}
