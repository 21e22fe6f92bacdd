import { parse } from 'csv-parse/sync';
import type { Services } from '../graphql/context.ts';
import type { PlannedMove } from '../modules/subjects/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { UsageError } from './usage-error.ts';

export type Moves = Services['subjects']['moves'];

interface MoveLine {
  line: number;
  former: string;
  current: string;
}

const header = /^(?:old|from|source|former|before|ancien|avant)\b/i;

/**
 * The moves in a file, in the order of its lines: two cells each, the old address and the new one, separated by comma,
 * semicolon or tab; a header is allowed.
 *
 * @throws {UsageError} that names every wrong line; then nothing is moved.
 */
export async function planFile(moves: Moves, file: string, text: string): Promise<PlannedMove[]> {
  const problems: string[] = [];
  const problem = (line: number, reason: string) => void problems.push(`${file}:${line}: ${reason}`);
  const planned: (PlannedMove & { line: number })[] = [];
  for (const { line, former, current } of linesOf(file, text, problem)) {
    try {
      planned.push({ line, ...(await moves.plan(former, current)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problem(line, error.message);
    }
  }
  const nextOf = new Map<string, { line: number; to: string }>();
  for (const { line, from, to } of planned) {
    const known = nextOf.get(from);
    if (known && known.to !== to) problem(line, `${from} moves to ${known.to} on line ${known.line} already.`);
    else if (from !== to) nextOf.set(from, { line, to });
  }
  for (const { line, from } of planned)
    if (leadsBack(from, nextOf)) problem(line, `${from} would lead back to itself: pages cannot swap addresses.`);
  if (problems.length > 0) throw new UsageError(`nothing was moved.\n${problems.join('\n')}`);
  return planned;
}

function leadsBack(from: string, nextOf: ReadonlyMap<string, { to: string }>): boolean {
  const seen = new Set<string>();
  for (let key = nextOf.get(from)?.to; key !== undefined && !seen.has(key); key = nextOf.get(key)?.to) {
    if (key === from) return true;
    seen.add(key);
  }
  return false;
}

function linesOf(file: string, text: string, problem: (line: number, reason: string) => void): MoveLine[] {
  // Addresses may contain commas and semicolons: the delimiter is the one that splits most lines into two cells.
  const [best] = [',', ';', '\t']
    .map((delimiter) => recordsOf(text, delimiter))
    .sort((one, other) => pairs(other) - pairs(one));
  if (best instanceof Error) throw new UsageError(`${file} cannot be read: ${best.message}`);
  return best!.flatMap(({ record, info: { lines: line } }, index) => {
    const [former, current] = record.filter((cell) => cell !== '');
    if (index === 0 && header.test(former ?? '')) return [];
    if (record.filter((cell) => cell !== '').length === 2) return [{ line, former: former!, current: current! }];
    problem(line, 'A line must have two cells: the old address and the new one.');
    return [];
  });
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

const pairs = (records: readonly CsvRecord[] | Error) =>
  records instanceof Error
    ? -1
    : records.filter(({ record }) => record.filter((cell) => cell !== '').length === 2).length;

/** The records, or the error if the file cannot be parsed with this delimiter. */
function recordsOf(text: string, delimiter: string): CsvRecord[] | Error {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    return error as Error;
  }
}
