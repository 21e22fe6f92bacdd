import type { TableCount } from '../database/copy/table-count.ts';

/** The number of rows of each table, in two columns. */
export function countsTable(counts: readonly TableCount[]): string {
  const numbers = counts.map(({ rows }) => rows.toLocaleString('en'));
  const widest = Math.max(...numbers.map((number) => number.length));
  const names = Math.max(...counts.map(({ table }) => table.length));
  return counts.map(({ table }, index) => `${table.padEnd(names)}  ${numbers[index]!.padStart(widest)}\n`).join('');
}

export function fileSize(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
