import { hash } from 'node:crypto';
import type { Executor } from '../connect.ts';
import { chunks, storable } from './rows.ts';
import type { TableShape } from './table-shapes.ts';

/** The number of rows of a table and a checksum of their content: equal in both databases, in any order. */
export interface Fingerprint {
  rows: number;
  checksum: string;
}

export async function fingerprint(db: Executor, table: TableShape): Promise<Fingerprint> {
  let rows = 0;
  const sums = [0, 0];
  for await (const chunk of chunks(db, table)) {
    rows += chunk.length;
    for (const row of chunk) {
      const values = JSON.stringify(table.columns.map((column) => storable(row[column]!)));
      const digest = hash('sha256', values, 'buffer');
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at]! + digest.readUInt32LE(at * 4)) % 2 ** 32;
    }
  }
  return { rows, checksum: sums.map((sum) => sum.toString(16).padStart(8, '0')).join('') };
}
