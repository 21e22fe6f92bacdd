import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely, type Transaction } from 'kysely';
import { committing } from './after-commit.ts';
import type { Database } from './database.ts';
import { NodeSqliteDialect } from './sqlite/sqlite-dialect.ts';
import { SqliteDriver } from './sqlite/sqlite-driver.ts';

export type DialectName = 'sqlite' | 'postgres';

/** What a store takes as its first argument: the database, or the transaction that it is to take part in. */
export type Executor = Kysely<Database>;

/** An open database. */
export interface DatabaseConnection {
  readonly db: Executor;
  readonly dialect: DialectName;
  /**
   * Runs `work` in one transaction: all of it is stored or, when it throws, none. Await nothing but SQL inside: on the
   * embedded database every other write waits for it.
   */
  transaction<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export class CannotOpenDatabase extends Error {
  override readonly name = 'CannotOpenDatabase';
}

/**
 * Opens the database that a `DATABASE_URL` names: `sqlite:PATH`, or `sqlite::memory:`.
 *
 * @throws {CannotOpenDatabase} with a message that says which and why.
 */
export function connect(url: string): DatabaseConnection {
  const [scheme, rest] = splitAtColon(url);
  if (scheme === 'sqlite') return connectSqlite(rest);
  throw new CannotOpenDatabase(`DATABASE_URL is "${url}": only sqlite:PATH is understood.`);
}

function connectSqlite(path: string): DatabaseConnection {
  const driver = openSqlite(path);
  const db = new Kysely<Database>({ dialect: new NodeSqliteDialect(driver) });
  return {
    db,
    dialect: 'sqlite',
    transaction: (work) =>
      committing((marked) => db.transaction().execute((trx) => driver.turnstile.mark(() => marked(trx))), work),
    close: async () => {
      await db.destroy();
      // Kysely ends a driver only once it was used.
      await driver.destroy();
    },
  };
}

function openSqlite(path: string): SqliteDriver {
  try {
    const folder = dirname(resolve(path));
    // Its last folder alone: a path that is wrong further up should be told, not made.
    if (path !== ':memory:' && !existsSync(folder)) mkdirSync(folder);
    return new SqliteDriver(path);
  } catch (error) {
    throw new CannotOpenDatabase(`The database ${path} cannot be opened: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

function splitAtColon(url: string): [string, string] {
  const colon = url.indexOf(':');
  return [url.slice(0, colon), url.slice(colon + 1)];
}
