import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { isDate, type LocalDate } from '../../../platform/zoned-time.ts';
import { siteKey } from './holiday-regions.ts';

/** The days off of a file, by site as `siteKey` has it: those of all sites under the empty one. */
export type HolidayFile = ReadonlyMap<string, ReadonlySet<LocalDate>>;

/**
 * Reads rows of `date;site;name`, with or without a header. Names are for those who keep the file.
 *
 * @throws {Error} with the line that is wrong.
 */
export async function readHolidayFile(path: string): Promise<HolidayFile> {
  const rows = parse(await readFile(path, 'utf8'), {
    bom: true,
    delimiter: [';', ','],
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const days = new Map<string, Set<LocalDate>>();
  for (const [index, { record, info }] of rows.entries()) {
    const [date = '', site = ''] = record;
    if (isDate(date)) {
      const key = siteKey(site);
      days.set(key, (days.get(key) ?? new Set()).add(date));
    } else if (index > 0 || /\d/.test(date))
      throw new Error(`${path}, line ${info.lines}: ${JSON.stringify(date)} is not a day. Write it as 2026-12-24.`);
  }
  return days;
}
