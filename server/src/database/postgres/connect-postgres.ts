import { Kysely } from 'kysely';
import { committing } from '../after-commit.ts';
import type { ConnectOptions, DatabaseConnection } from '../connection.ts';
import type { Database } from '../database.ts';
import { openPool } from './pool.ts';
import { ParvisPostgresDialect } from './postgres-dialect.ts';
import { retrying } from './retrying.ts';

/** Opens a pool of connections to PostgreSQL. @throws {CannotOpenDatabase} for an invalid address. */
export function connectPostgres(url: string, options: ConnectOptions): DatabaseConnection {
  const pool = openPool(url, options);
  const db = new Kysely<Database>({ dialect: new ParvisPostgresDialect({ pool }) });
  return {
    db,
    dialect: 'postgres',
    transaction: (work) => committing((marked) => retrying(() => db.transaction().execute(marked)), work),
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      await db.destroy();
      // Kysely only closes a pool that was used.
      if (!pool.ended) await pool.end();
    },
  };
}
