import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';

/** The key that a key leads to: its own where it is no alias. */
export async function canonicalKeyOf(db: Executor, key: string): Promise<string> {
  const alias = await db.selectFrom('page_alias').select('canonical_key').where('key', '=', key).executeTakeFirst();
  return alias?.canonical_key ?? key;
}

/** Makes `from`, and all that led there, lead to `to`. */
export async function redirectKey(trx: Executor, from: string, to: string, now: number): Promise<void> {
  // A page that moves back to where it was: its key is no alias any more.
  await trx.deleteFrom('page_alias').where('key', '=', to).execute();
  await trx.updateTable('page_alias').set({ canonical_key: to }).where('canonical_key', '=', from).execute();
  await trx
    .insertInto('page_alias')
    .values({ key: from, canonical_key: to, created_at: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ canonical_key: to }))
    .execute();
}

export async function renamePage(trx: Executor, rowId: string, key: string, url: string | null): Promise<void> {
  await trx.updateTable('page').set({ key, url }).where('id', '=', rowId).execute();
}

/** Adds the comments of one page to another's count, once they hang there, and takes the emptied page away. */
export async function absorbPage(trx: Executor, fromId: string, toId: string): Promise<void> {
  await trx
    .updateTable('subject')
    .set({
      comment_count: sql<number>`comment_count + (select comment_count from subject where id = ${fromId})`,
      locked_at: sql<number | null>`coalesce(locked_at, (select locked_at from subject where id = ${fromId}))`,
    })
    .where('id', '=', toId)
    .execute();
  await trx.deleteFrom('page').where('id', '=', fromId).execute();
  await trx.deleteFrom('subject').where('id', '=', fromId).execute();
}
