import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { cleanCell } from './cell.ts';
import type { ImportField } from './column-names.ts';
import { type ColumnMap, type Columns, readHeader } from './columns.ts';
import { csvOptions, findLayout } from './layout.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** One row of the file: its cells by field, including empty ones. */
export interface ImportRow {
  /** The line on which it starts, counted from 1. */
  line: number;
  cells: Partial<Record<ImportField, string>>;
  /** The content of cells beyond the header's last column. */
  surplus: string[];
}

/** What stands in the file before its rows. */
export interface FileHead {
  columns: Columns;
  /** The text above the header, which is skipped. */
  titles: string[];
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

/** How much of the text is used to detect the layout of the file. */
const BEGINNING = 16_384;

/**
 * The rows of a CSV text. Its first lines determine the delimiter and the header.
 *
 * @param onHead - Gets what was found above the rows, before the first of them.
 * @throws {UnreadableFile} for a header without the necessary columns, or a quote that is never closed.
 */
export async function* readRows(
  text: AsyncGenerator<string>,
  map: ColumnMap,
  onHead: (head: FileHead) => void,
): AsyncGenerator<ImportRow> {
  const beginning = await beginningOf(text);
  const { delimiter, above, titles } = findLayout(beginning, map);
  const parser = parse({ ...csvOptions, delimiter, info: true });
  const whole = Readable.from(followedBy(beginning, text));
  whole.on('error', (error) => parser.destroy(error));
  whole.pipe(parser);
  let columns: Columns | null = null;
  let passed = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      if (columns) {
        if (!repeats(columns.header, record)) yield toRow(columns, record, info.lines);
      } else if (passed++ === above) {
        columns = readHeader(
          record.map((cell) => cleanCell(cell)),
          map,
        );
        onHead({ columns, titles });
      }
    }
  } catch (error) {
    throw error instanceof UnreadableFile
      ? error
      : new UnreadableFile(`The file cannot be read: ${(error as Error).message}`, { cause: error });
  } finally {
    whole.destroy();
  }
  if (!columns) throw new UnreadableFile('The file is empty: one of its first lines must name the columns.');
}

async function beginningOf(text: AsyncGenerator<string>): Promise<string> {
  let beginning = '';
  while (beginning.length < BEGINNING) {
    const next = await text.next();
    if (next.done) break;
    beginning += next.value;
  }
  return beginning;
}

async function* followedBy(beginning: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (beginning) yield beginning;
  yield* rest;
}

/** Whether a record repeats the header, as at the top of each page of a printed list. */
function repeats(header: readonly string[], record: readonly string[]): boolean {
  return record[0] === header[0] && header.every((name, index) => name === cleanCell(record[index] ?? ''));
}

function toRow({ of, header }: Columns, record: readonly string[], lastLine: number): ImportRow {
  const cells: ImportRow['cells'] = {};
  for (const [field, indices] of of) cells[field] = firstCell(record, indices, field);
  const breaks = record.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0);
  const surplus =
    record.length > header.length
      ? record
          .slice(header.length)
          .map((cell) => cleanCell(cell))
          .filter(Boolean)
      : [];
  return { line: lastLine - breaks, cells, surplus };
}

function firstCell(record: readonly string[], indices: readonly number[], field: ImportField): string {
  for (const index of indices) {
    const cell = cleanCell(record[index] ?? '', field);
    if (cell !== '') return cell;
  }
  return '';
}
