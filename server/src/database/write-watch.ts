import type { DatabaseConnection } from './connection.ts';
import { isOutage } from './outage.ts';

/** A database, and whether it accepts writes. */
export interface WatchedDatabase {
  database: DatabaseConnection;
  /** After a rejected write, tests the database with a write that leaves nothing behind. */
  takesWrites: () => Promise<boolean>;
}

/** Watches whether writes succeed: on a full disk, reading still works. */
export function watchWrites(connection: DatabaseConnection): WatchedDatabase {
  let refused = false;
  const database: DatabaseConnection = {
    ...connection,
    async transaction(work) {
      try {
        const result = await connection.transaction(work);
        refused = false;
        return result;
      } catch (error) {
        refused ||= isOutage(error);
        throw error;
      }
    },
  };
  return {
    database,
    async takesWrites() {
      if (refused) await probe(database);
      return true;
    },
  };
}

function probe(database: DatabaseConnection): Promise<void> {
  const key = { viewer_id: '', key: 'probe' };
  return database.transaction(async (trx) => {
    await trx
      .insertInto('idempotency')
      .values({ ...key, fingerprint: '', result: '', created_at: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx.deleteFrom('idempotency').where('viewer_id', '=', '').execute();
  });
}
