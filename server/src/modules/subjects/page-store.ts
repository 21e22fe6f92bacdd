import type { Executor } from '../../database/connect.ts';
import { prepared } from '../../database/prepared.ts';
import { addressOf, type Page, type PageDetails, pageWithoutRow } from './page.ts';
import { insertSubject } from './subject-store.ts';

const columns = [
  'page.id as rowId',
  'page.key as key',
  'page.title as title',
  'page.url as url',
  'subject.reaction_count as reactionCount',
  'subject.comment_count as commentCount',
  'subject.locked_at as lockedAt',
] as const;

type PageRow = {
  [Column in 'rowId' | 'key' | 'title' | 'url' | 'reactionCount' | 'commentCount' | 'lockedAt']: Page[Column];
};

/** The pages of keys, each by the key that was asked for. Follows aliases, and is one statement however many. */
export async function findPages(db: Executor, keys: readonly string[]): Promise<Map<string, Page>> {
  const pages = new Map(keys.map((key) => [key, pageWithoutRow(key)]));
  if (keys.length === 0) return pages;
  for (const row of await pagesAndAliases(db, { keys }, '')) {
    pages.set(row.askedKey, row.rowId === null ? pageWithoutRow(row.canonicalKey) : toPage(row as PageRow));
  }
  return pages;
}

const pagesAndAliases = prepared((db, { keys }: { keys: readonly string[] }) => {
  const byKey = db
    .selectFrom('page')
    .innerJoin('subject', 'subject.id', 'page.id')
    .select('page.key as askedKey')
    .select('page.key as canonicalKey')
    .select(columns)
    .where('page.key', 'in', keys);
  const byAlias = db
    .selectFrom('page_alias')
    .leftJoin('page', 'page.key', 'page_alias.canonical_key')
    .leftJoin('subject', 'subject.id', 'page.id')
    .select('page_alias.key as askedKey')
    .select('page_alias.canonical_key as canonicalKey')
    .select(columns)
    .where('page_alias.key', 'in', keys);
  return byAlias.unionAll(byKey);
});

export async function findPagesByRowId(db: Executor, rowIds: readonly string[]): Promise<Page[]> {
  const rows = await db
    .selectFrom('page')
    .innerJoin('subject', 'subject.id', 'page.id')
    .select(columns)
    .where('page.id', 'in', rowIds)
    .execute();
  return rows.map(toPage);
}

/** Makes the row of a page. Somebody else may have done so a moment before: theirs stays. */
export async function insertPage(trx: Executor, key: string, { title, url }: PageDetails, now: number): Promise<void> {
  const id = await insertSubject(trx, 'Page');
  const inserted = await trx
    .insertInto('page')
    .values({ id, key, title: title ?? null, url: url ?? null, created_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) await trx.deleteFrom('subject').where('id', '=', id).execute();
}

function toPage(row: PageRow): Page {
  const { rowId, key, title, url, reactionCount, commentCount, lockedAt } = row;
  const counts = { reactionCount, commentCount };
  return { kind: 'Page', id: key, rowId, key, title, url: url ?? addressOf(key), ...counts, lockedAt, deletedAt: null };
}
