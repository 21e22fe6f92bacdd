import { parse } from 'csv-parse/sync';
import { type ColumnMap, recognise } from './columns.ts';

/** The layout of a file, detected from its first lines. */
export interface Layout {
  delimiter: string;
  /** How many records are above the header. */
  above: number;
  /** The readable ones among them, such as a title or a date. */
  titles: string[];
}

/** How many records are searched for the header. */
const LOOKED_AT = 20;

const delimiters = [',', ';', '\t', '|'] as const;

/** Options for all parsing of a file. */
export const csvOptions = {
  relax_column_count: true,
  // Jean "Jeannot" Dupont, as people type it.
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  trim: true,
};

/**
 * Finds the header and the delimiter: the combination in which most columns are known. Excel's `sep=;` line sets the
 * delimiter; that line, PowerShell's `#TYPE` and titles above the header are skipped.
 */
export function findLayout(beginning: string, map: ColumnMap): Layout {
  const told = /^"?sep=(.)"?\r?(?:\n|$)/i.exec(beginning)?.[1];
  const readings = (told === undefined ? delimiters : [told]).map((delimiter) => {
    const records = firstRecords(beginning, delimiter);
    const weights = records.map((record) => weigh(record, map));
    const heaviest = weights.reduce((best, weight, index) => (weight > weights[best]! ? index : best), 0);
    return { delimiter, above: heaviest, records, weight: weights[heaviest] ?? 0 };
  });
  const { delimiter, above, records } = readings.reduce((best, one) => (one.weight > best.weight ? one : best));
  const titles = records.slice(0, above).map((record) => record.filter(Boolean).join(' '));
  return { delimiter, above, titles: titles.filter((title) => !/^(?:#TYPE |"?sep=)/i.test(title)) };
}

/** How much a record looks like the header; among equals, the one with more cells wins. */
function weigh(record: readonly string[], map: ColumnMap): number {
  const { count, identifies } = recognise(record, map);
  return (identifies ? 1_000_000 : 0) + count * 1000 + Math.min(record.length, 999);
}

function firstRecords(beginning: string, delimiter: string): string[][] {
  // A record cut off at the end, or a quote that is never closed, is reported when the whole file is read.
  return parse(beginning, { ...csvOptions, delimiter, to: LOOKED_AT, skip_records_with_error: true }) as string[][];
}
