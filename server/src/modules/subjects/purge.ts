import type { DatabaseConnection } from '../../database/connect.ts';
import { findForgettable, forgetTexts, type TextRows } from './purge-store.ts';
import { lockPurge } from './subject-store.ts';
import { deleteVersions } from './version-store.ts';

/** How many texts are forgotten in one transaction, so that nobody who writes waits long. */
const BATCH = 200;

/**
 * Forgets what was deleted before a moment, with its former versions: what it said is gone from the database, that something
 * was there is not. Stops where another node is at it.
 *
 * @returns How many texts were forgotten.
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
