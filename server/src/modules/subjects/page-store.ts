import { afterCommit } from '../../database/after-commit.ts';
import type { Executor } from '../../database/connect.ts';
import { prepared } from '../../database/prepared.ts';
import { type Page, pageWithoutRow, type TitleSetter } from './page.ts';
import { addressOf, isHashed } from './page-key.ts';
import { insertSubject, type Readers } from './subject-store.ts';
import type { RowId } from '../../platform/ids.ts';

const columns = [
  'page.id as rowId',
  'page.key as key',
  'page.title as title',
  'page.title_set_by as titleSetBy',
  'page.url as url',
  'page.created_at as createdAt',
  'subject.reaction_count as reactionCount',
  'subject.reaction_groups as reactionGroups',
  'subject.comment_count as commentCount',
  'subject.locked_at as lockedAt',
  'subject.audience as audience',
  'subject.own_audience as ownAudience',
  'subject.writers as writers',
] as const;

type PageRow = Omit<Page, 'kind' | 'id' | 'deletedAt'>;

/** The pages of keys, by requested key, in one statement. Follows aliases. */
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

export async function findPagesByRowId(db: Executor, rowIds: readonly RowId[]): Promise<Page[]> {
  const rows = await db
    .selectFrom('page')
    .innerJoin('subject', 'subject.id', 'page.id')
    .select(columns)
    .where('page.id', 'in', rowIds)
    .execute();
  return rows.map(toPage);
}

/** Inserts the row of a page. If another writer has just inserted it, that row is kept. */
export async function insertPage(
  trx: Executor,
  { id, key, title, address }: { id: RowId; key: string; title: string | null; address: string | null },
  readers: Readers,
  now: number,
): Promise<void> {
  await insertSubject(trx, 'Page', readers, id);
  const inserted = await trx
    .insertInto('page')
    .values({ id, key, title, url: address, created_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) await trx.deleteFrom('subject').where('id', '=', id).execute();
}

/**
 * @param setBy - The id of the person of the administration who sets it; null where the page says so itself.
 * @param stored - Called once it is stored.
 */
export async function setTitle(
  trx: Executor,
  rowId: RowId,
  title: string | null,
  setBy: TitleSetter | null,
  stored: () => void,
): Promise<void> {
  await trx.updateTable('page').set({ title, title_set_by: setBy }).where('id', '=', rowId).execute();
  afterCommit(trx, stored);
}

/** Records the titles set by one person as those of another. */
export async function moveTitles(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  await trx.updateTable('page').set({ title_set_by: intoId }).where('title_set_by', '=', fromId).execute();
}

function toPage({ url, ...row }: PageRow): Page {
  // Versions before kept the address of the first reader, with all that its query says of them: it is not shown.
  return {
    kind: 'Page',
    id: row.key,
    ...row,
    url: addressOf(row.key) ?? (isHashed(row.key) ? url : null),
    deletedAt: null,
  };
}
