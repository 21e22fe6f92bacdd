import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { committing } from '../after-commit.ts';
import { CannotOpenDatabase, type ConnectOptions, type DatabaseConnection } from '../connection.ts';
import type { Database } from '../database.ts';
import { keepPrivate } from './private-file.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import { SqliteDriver } from './sqlite-driver.ts';

/** Opens the file of an embedded database, or one in memory. @throws {CannotOpenDatabase} */
export function connectSqlite(path: string, options: ConnectOptions): DatabaseConnection {
  const driver = openDriver(path, options);
  const db = new Kysely<Database>({ dialect: new NodeSqliteDialect(driver) });
  return {
    db,
    dialect: 'sqlite',
    transaction: (work) =>
      committing((marked) => db.transaction().execute((trx) => driver.transactionMutex.mark(() => marked(trx))), work),
    pool: () => driver.figures(),
    close: async () => {
      await db.destroy();
      // Kysely only destroys a driver that was used.
      await driver.destroy();
    },
  };
}

function openDriver(path: string, { onDamage }: ConnectOptions): SqliteDriver {
  try {
    const folder = dirname(resolve(path));
    // Only the last folder of the path: an error further up should be reported, not created.
    if (path !== ':memory:' && !existsSync(folder)) mkdirSync(folder);
    keepPrivate(path);
    return new SqliteDriver(path, onDamage);
  } catch (error) {
    throw new CannotOpenDatabase(`The database ${path} cannot be opened: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}
