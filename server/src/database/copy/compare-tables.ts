import type { Executor } from '../connect.ts';
import { CopyRefused } from './copy-refused.ts';
import { fingerprint } from './fingerprint.ts';
import type { TableShape } from './table-shapes.ts';

/** One of two databases that should have the same content. */
export interface Side {
  db: Executor;
  /** Its name in messages. */
  name: string;
}

/** @throws {CopyRefused} if the rows of a table differ, with the numbers and what to do. */
export async function compareTables(source: Side, copy: Side, tables: readonly TableShape[]): Promise<void> {
  const differences: string[] = [];
  for (const table of tables) {
    const [there, here] = await Promise.all([fingerprint(source.db, table), fingerprint(copy.db, table)]);
    if (there.rows !== here.rows) {
      differences.push(`${table.name} has ${there.rows} rows in ${source.name} and ${here.rows} in ${copy.name}.`);
    } else if (there.checksum !== here.checksum) {
      differences.push(`${table.name} has ${there.rows} rows in both, but not the same ones.`);
    }
  }
  if (differences.length === 0) return;
  throw new CopyRefused(
    `The copy differs from what ${source.name} contains now:\n${differences.join('\n')}\nIt was written to meanwhile. Stop all servers that use either database, and copy again with --replace.`,
  );
}
