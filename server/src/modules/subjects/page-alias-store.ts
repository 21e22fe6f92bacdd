import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import type { RowId } from '../../platform/ids.ts';
import type { Narrowing } from './readers/page-rule.ts';

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

export async function renamePage(trx: Executor, rowId: RowId, key: string, url: string | null): Promise<void> {
  await trx.updateTable('page').set({ key, url }).where('id', '=', rowId).execute();
}

/**
 * Adds the comments of one page to another's count, once they hang there, and takes the emptied page away. Where a pass
 * narrowed one of them, it has narrowed both.
 */
export async function absorbPage(trx: Executor, fromId: RowId, toId: RowId): Promise<void> {
  await trx
    .updateTable('subject')
    .set({
      comment_count: sql<number>`comment_count + (select comment_count from subject where id = ${fromId})`,
      locked_at: sql<number | null>`coalesce(locked_at, (select locked_at from subject where id = ${fromId}))`,
    })
    .where('id', '=', toId)
    .execute();
  await trx
    .updateTable('page')
    .set({
      title: sql<string | null>`coalesce(title, (select title from page as emptied where emptied.id = ${fromId}))`,
      narrowing: sql<Narrowing>`(
        select case
          when 'narrowed' in (page.narrowing, emptied.narrowing) then 'narrowed'
          when page.narrowing = emptied.narrowing then page.narrowing
        end from page as emptied where emptied.id = ${fromId})`,
    })
    .where('id', '=', toId)
    .execute();
  await trx.deleteFrom('page').where('id', '=', fromId).execute();
  await trx.deleteFrom('subject').where('id', '=', fromId).execute();
}

/** Every page with a row, by its key. */
export function findAllPages(
  db: Executor,
): Promise<{ key: string; address: string | null; comments: number; reactions: number }[]> {
  return db
    .selectFrom('page')
    .innerJoin('subject', 'subject.id', 'page.id')
    .select(['page.key as key', 'page.url as address'])
    .select(['subject.comment_count as comments', 'subject.reaction_count as reactions'])
    .orderBy('page.key')
    .execute();
}

export function findAllAliases(db: Executor): Promise<{ key: string; canonicalKey: string }[]> {
  return db.selectFrom('page_alias').select(['key', 'canonical_key as canonicalKey']).orderBy('key').execute();
}

/** Lets one more key lead to where another leads. A key that leads somewhere already stays as it is. */
export async function addAlias(trx: Executor, key: string, canonicalKey: string, now: number): Promise<void> {
  await trx
    .insertInto('page_alias')
    .values({ key, canonical_key: canonicalKey, created_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** Forgets the addresses of first readers that versions before kept; those of keys that are hashes stay. */
export async function forgetReadersAddresses(trx: Executor): Promise<void> {
  await trx
    .updateTable('page')
    .set({ url: null })
    .where('url', 'is not', null)
    .where('key', 'not like', '%#sha256-%')
    .execute();
}
