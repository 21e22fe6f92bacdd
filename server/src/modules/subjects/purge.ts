import type { DatabaseConnection } from '../../database/connect.ts';
import { findForgettable, forgetTexts, type TextRows } from './purge-store.ts';
import { lockPurge } from './subject-store.ts';
import { deleteVersions } from './version-store.ts';

/** How many texts one transaction removes: few enough that other writers do not wait long. */
const BATCH = 200;

/**
 * Removes the texts of comments or posts that were deleted before a moment, with their former versions. Their rows remain.
 * Stops if another node is purging.
 *
 * @returns The number of texts removed.
 */
export async function purge(database: DatabaseConnection, texts: TextRows, before: number): Promise<number> {
  for (let forgotten = 0; ;) {
    const count = await database.transaction(async (trx) => {
      if (!(await lockPurge(trx))) return 0;
      const ids = await findForgettable(trx, texts, before, BATCH);
      if (ids.length === 0) return 0;
      await forgetTexts(trx, texts, ids);
      await deleteVersions(trx, ids);
      return ids.length;
    });
    if (count === 0) return forgotten;
    forgotten += count;
  }
}
