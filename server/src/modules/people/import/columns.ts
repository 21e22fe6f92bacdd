import { fold } from '../folding.ts';
import { editDistance, forgiven } from '../search/edit-distance.ts';
import { headerNames, type ImportField, importFields } from './column-names.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** For each column of `--map`: its field, or that it is ignored. */
export type ColumnMap = ReadonlyMap<string, ImportField | 'ignore'>;

/** An ignored column. */
export interface UnknownColumn {
  name: string;
  /** A known name with a similar spelling. */
  suggestion: string | undefined;
}

/** The position of each field in a row. */
export interface Columns {
  header: readonly string[];
  /** For each field its columns, the best first: if the cell of one is empty, the next is used. */
  of: [field: ImportField, indices: number[]][];
  unknown: UnknownColumn[];
  /** How many columns between others have no name. */
  nameless: number;
}

/** Each of these fields identifies the person of a row. */
const identifying: readonly ImportField[] = ['handle', 'loginName', 'userPrincipalName', 'email', 'employeeNumber'];

const known = new Map(
  importFields.flatMap((field) =>
    headerNames[field].map((name, rank) => [comparable(name), { field, rank, name }] as const),
  ),
);

/** How many columns of a line are known, and whether one of them identifies people. */
export function recognise(header: readonly string[], map: ColumnMap): { count: number; identifies: boolean } {
  const fields = new Set(header.flatMap((name) => fieldOf(name, map)?.field ?? []));
  return { count: fields.size, identifies: identifying.some((field) => fields.has(field)) };
}

/** @throws {UnreadableFile} if no column identifies people, or a column of `--map` does not exist. */
export function readHeader(header: readonly string[], map: ColumnMap): Columns {
  const named = header.map((name) => fieldOf(name, map));
  assertMapped(header, map);
  if (!recognise(header, map).identifies) {
    throw new UnreadableFile(
      `No column identifies people: name one “handle”, “login”, “email” or “employee number”, or map one with --map "Their column=handle". The file has: ${header.filter(Boolean).join(', ')}.`,
    );
  }
  assertOnce(header, named);
  const of = importFields.flatMap((field): Columns['of'] => {
    const indices = header
      .map((_, index) => index)
      .filter((index) => named[index]?.field === field)
      .sort((a, b) => named[a]!.rank - named[b]!.rank);
    return indices.length > 0 ? [[field, indices]] : [];
  });
  const unknown = header
    .filter((name, index) => name !== '' && named[index] === undefined)
    .map((name) => ({ name, suggestion: suggestionFor(name) }));
  const nameless = header.slice(0, header.findLastIndex(Boolean)).filter((name) => name === '').length;
  return { header, of, unknown, nameless };
}

/** Reads `Their column=field`. @throws {UnreadableFile} */
export function readColumnMap(entries: readonly string[]): ColumnMap {
  return new Map(
    entries.map((entry) => {
      const at = entry.lastIndexOf('=');
      const column = entry.slice(0, at).trim();
      const wanted = entry.slice(at + 1).trim();
      const field = /^ignore$/i.test(wanted) ? 'ignore' : known.get(comparable(wanted))?.field;
      if (at < 1 || !field) {
        const fields = importFields.map((one) => headerNames[one][0]).join(', ');
        throw new UnreadableFile(`--map "${entry}" is not "Their column=field". Fields are: ${fields}, ignore.`);
      }
      return [keyOf(column), field];
    }),
  );
}

function fieldOf(name: string, map: ColumnMap): { field: ImportField | 'ignore'; rank: number } | undefined {
  const mapped = map.get(keyOf(name));
  if (mapped) return { field: mapped, rank: -1 };
  // Entra's forms give a column two names: `User name [userPrincipalName] Required`.
  const inner = /\[(?<name>[^\]]+)\]/.exec(name)?.groups?.['name'];
  return known.get(comparable(name)) ?? (inner === undefined ? undefined : known.get(comparable(inner)));
}

/** Which of two columns with one name holds what people are to have, only the file's owner knows. */
function assertOnce(
  header: readonly string[],
  named: readonly ({ field: ImportField | 'ignore' } | undefined)[],
): void {
  const read = header.filter((_, index) => named[index] && named[index].field !== 'ignore');
  const twice = read.find((name, index) => read.findIndex((other) => isSame(name, other)) < index);
  if (twice !== undefined)
    throw new UnreadableFile(`The file has the column “${twice.trim()}” more than once: remove or rename the others.`);
}

const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

function assertMapped(header: readonly string[], map: ColumnMap): void {
  const keys = new Set(header.map(keyOf));
  const missing = [...map.keys()].filter((column) => !keys.has(column));
  if (missing.length > 0)
    throw new UnreadableFile(
      `--map names a column that the file does not have (${missing.join(', ')}). It has: ${header.filter(Boolean).join(', ')}.`,
    );
}

function suggestionFor(name: string): string | undefined {
  const typed = comparable(name);
  const limit = forgiven(typed.length);
  if (limit === 0) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const [key, { name: other }] of known) {
    const distance = editDistance(typed, key, limit);
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { name: other, distance };
  }
  return best?.name;
}

/** The key of a column for `--map`, in any script: its folded name or, if nothing of it is left, the name itself. */
function keyOf(name: string): string {
  return comparable(name) || name.trim();
}

function comparable(name: string): string {
  return fold(name).replace(/[^a-z0-9+]/g, '');
}
