import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Kysely, sql } from 'kysely';
import { connect, type Executor } from '../connect.ts';
import { NodeSqliteDialect } from '../sqlite/sqlite-dialect.ts';
import { CopyRefused } from './copy-refused.ts';
import { SnapshotDriver } from './snapshot-driver.ts';

/** The whole database as of one moment, readable for as long as needed. */
export interface Snapshot {
  readonly db: Executor;
  /** The name of the database in messages, without a password. */
  readonly name: string;
  close(): Promise<void>;
}

/**
 * Opens the database of a `DATABASE_URL` for reading; never creates one.
 *
 * @throws {CopyRefused} for a file that does not exist or is not a database.
 */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const file = fileOf(url);
  return file === null ? openPostgres(url) : openFile(file);
}

/** The path of an embedded database; null for others. */
export function fileOf(url: string): string | null {
  return url.startsWith('sqlite:') ? resolve(url.slice('sqlite:'.length)) : null;
}

/** The name of a database for messages and logs, without a password. */
export function nameOf(url: string): string {
  const file = fileOf(url);
  if (file !== null || !URL.canParse(url)) return file ?? url;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function openFile(file: string): Snapshot {
  if (!existsSync(file)) throw new CopyRefused(`${file} does not exist.`);
  let driver: SnapshotDriver;
  try {
    driver = new SnapshotDriver(file);
  } catch (error) {
    throw new CopyRefused(`${file} cannot be read as a database: ${(error as Error).message}.`, { cause: error });
  }
  const db = new Kysely<any>({ dialect: new NodeSqliteDialect(driver) });
  return { db, name: file, close: () => driver.destroy() };
}

async function openPostgres(url: string): Promise<Snapshot> {
  const database = connect(url);
  try {
    await assertReachable(database.db, nameOf(url));
    const trx = await database.db
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute();
    // Without a time limit. The snapshot is taken with the first read, which is the last of these statements.
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
    await sql`select 1 from pg_catalog.pg_class limit 1`.execute(trx);
    const close = async () => {
      await trx.rollback().execute();
      await database.close();
    };
    return { db: trx, name: nameOf(url), close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @throws {CopyRefused} if the database server does not answer, or rejects us. */
export async function assertReachable(db: Executor, name: string): Promise<void> {
  await sql`select 1`.execute(db).catch((error: Error & { code?: string }) => {
    throw new CopyRefused(`${name} cannot be reached: ${error.message || error.code}.`, { cause: error });
  });
}
