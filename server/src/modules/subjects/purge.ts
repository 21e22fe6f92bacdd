import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import { lockPurge } from './subject-store.ts';
import { deleteVersions } from './version-store.ts';

/** How many texts are forgotten in one transaction, so that nobody who writes waits long. */
const BATCH = 200;

/** The texts of one kind of subject. */
export interface Texts {
  /** Those that were deleted before a moment and are still kept. */
  findForgettable(trx: Executor, before: number, limit: number): Promise<string[]>;
  forgetTexts(trx: Executor, ids: readonly string[]): Promise<void>;
}

/**
 * Forgets what was deleted before a moment, with its former versions: what it said is gone from the database, that something
 * was there is not. Stops where another node is at it.
 *
 * @returns How many texts were forgotten.
 */
export async function purge(database: DatabaseConnection, texts: Texts, before: number): Promise<number> {
  for (let forgotten = 0; ;) {
    const count = await database.transaction(async (trx) => {
      if (!(await lockPurge(trx))) return 0;
      const ids = await texts.findForgettable(trx, before, BATCH);
      if (ids.length === 0) return 0;
      await texts.forgetTexts(trx, ids);
      await deleteVersions(trx, ids);
      return ids.length;
    });
    if (count === 0) return forgotten;
    forgotten += count;
  }
}
