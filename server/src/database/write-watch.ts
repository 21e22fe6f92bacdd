import type { DatabaseConnection } from './connection.ts';
import { isOutage } from './outage.ts';

/** A database, and whether it takes writes. */
export interface WatchedDatabase {
  database: DatabaseConnection;
  /** Asks the database itself, by a write that leaves nothing, once it has refused one. */
  takesWrites: () => Promise<boolean>;
}

/** Watches whether what is written can be stored: a disk may be full, and all that is there still be read. */
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
