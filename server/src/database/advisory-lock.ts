import { type Kysely, sql } from 'kysely';
import { isSqlite } from './portable.ts';

/**
 * Takes a lock of this name until the transaction ends, unless another node has it. An embedded database has only one
 * process.
 *
 * @returns Whether the lock was taken.
 */
export async function tryLock(trx: Kysely<any>, name: string): Promise<boolean> {
  if (isSqlite(trx)) return true;
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(hashtext(${name})) as taken`.execute(
    trx,
  );
  return rows[0]!.taken;
}

/** Takes a lock of this name until the transaction ends, and waits for whoever has it. */
export async function lock(trx: Kysely<any>, name: string): Promise<void> {
  if (!isSqlite(trx)) await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}
