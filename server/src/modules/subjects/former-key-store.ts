import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';

/** A page that was seen, and the key that it had before. */
export interface Claim {
  key: string;
  formerKey: string;
  seenAt: number;
}

/** When keys changed in this database; null where they never did. */
export async function findChangedAt(db: Executor): Promise<number | null> {
  const row = await db.selectFrom('page_key_change').select('changed_at').executeTakeFirst();
  return row?.changed_at ?? null;
}

export function findClaims(db: Executor, formerKeys: readonly string[]): Promise<Claim[]> {
  return db
    .selectFrom('former_page_key')
    .select(['key', 'former_key as formerKey', 'seen_at as seenAt'])
    .where('former_key', 'in', formerKeys)
    .orderBy('seen_at')
    .orderBy('key')
    .execute();
}

export async function insertClaim(db: Executor, { key, formerKey, seenAt }: Claim): Promise<void> {
  await db
    .insertInto('former_page_key')
    .values({ key, former_key: formerKey, seen_at: seenAt })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** Former keys under which something stands and of which several pages were seen. */
export async function findAmbiguous(db: Executor): Promise<string[]> {
  const rows = await db
    .selectFrom('former_page_key')
    .innerJoin('page', 'page.key', 'former_page_key.former_key')
    .select('former_page_key.former_key as key')
    .groupBy('former_page_key.former_key')
    .having(sql<number>`count(*)`, '>', 1)
    .orderBy('former_page_key.former_key')
    .execute();
  return rows.map(({ key }) => key);
}

/** Once its discussion has moved, a former key is no more than any other that leads on. */
export async function deleteClaims(trx: Executor, formerKey: string): Promise<void> {
  await trx.deleteFrom('former_page_key').where('former_key', '=', formerKey).execute();
}
