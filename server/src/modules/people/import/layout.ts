import { parse } from 'csv-parse/sync';
import { type ColumnMap, recognise } from './columns.ts';

/** How a file is laid out, as its first lines show. */
export interface Layout {
  delimiter: string;
  /** How many records stand above the one that names the columns. */
  above: number;
  /** What stands there, where it says something to people: a title, a date. */
  titles: string[];
}

/** How many records are looked at for the one that names the columns. */
const LOOKED_AT = 20;

const delimiters = [',', ';', '\t', '|'] as const;

/** What every reading of a file has in common. */
export const csvOptions = {
  relax_column_count: true,
  // Jean "Jeannot" Dupont, as people type it by hand.
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  trim: true,
};

/**
 * Finds the line that names the columns, and what parts its cells: the reading in which most columns are known. Excel's
 * `sep=;` says it; that line, PowerShell's `#TYPE` and titles above the columns are left out.
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

/** How much a record looks like the one that names the columns; among equals the one with more cells. */
function weigh(record: readonly string[], map: ColumnMap): number {
  const { count, identifies } = recognise(record, map);
  return (identifies ? 1_000_000 : 0) + count * 1000 + Math.min(record.length, 999);
}

function firstRecords(beginning: string, delimiter: string): string[][] {
  // What is cut off at the end of the beginning, or a quote that never ends, is told when the whole file is read.
  return parse(beginning, { ...csvOptions, delimiter, to: LOOKED_AT, skip_records_with_error: true }) as string[][];
}
