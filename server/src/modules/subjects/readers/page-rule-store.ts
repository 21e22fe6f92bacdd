import { sql } from 'kysely';
import type { Executor } from '../../../database/connect.ts';
import { isSqlite } from '../../../database/portable.ts';
import type { RowId } from '../../../platform/ids.ts';
import { wholeName } from '../page-key.ts';
import type { Readers } from '../subject-store.ts';
import type { Narrowing, RuledPage } from './page-rule.ts';
import type { PageRuleTable } from './page-rule-table.ts';

/** A rule as it is stored, and what is meant by its readers. */
export type StoredRule = Omit<PageRuleTable, 'from_settings'> & { readonly fromSettings: boolean };

/** Which rules hold, by a number that changes with them. */
export interface RuleState {
  readonly version: number;
  /** The settings that were followed last; null before any were. */
  readonly settings: string | null;
}

const columns = ['pattern', 'readers', 'audience'] as const;

export async function readState(db: Executor): Promise<RuleState> {
  return state(db).executeTakeFirstOrThrow();
}

/** The same for a page that gets a row: until this transaction ends, the rules stay as they are. */
export async function holdState(trx: Executor): Promise<RuleState> {
  // SQLite has one writer anyway.
  return state(trx)
    .$if(!isSqlite(trx), (query) => query.forShare())
    .executeTakeFirstOrThrow();
}

/** The next version of the rules. Waits for those who make rows of pages, and lets others wait. */
export async function nextVersion(trx: Executor, settings?: string): Promise<RuleState> {
  return trx
    .updateTable('page_rule_state')
    .set((eb) => ({ version: eb('version', '+', 1), ...(settings !== undefined && { settings }) }))
    .returning(['version', 'settings'])
    .executeTakeFirstOrThrow();
}

export async function findRules(db: Executor): Promise<StoredRule[]> {
  const rows = await db
    .selectFrom('page_rule')
    .select([...columns, 'from_settings'])
    .orderBy('from_settings')
    .orderBy('pattern')
    .execute();
  return rows.map(({ from_settings, ...rule }) => ({ ...rule, fromSettings: from_settings === 1 }));
}

/** Sets the readers of a pattern by the API. */
export async function saveRule(trx: Executor, { fromSettings, ...rule }: StoredRule): Promise<void> {
  await trx
    .insertInto('page_rule')
    .values({ ...rule, from_settings: fromSettings ? 1 : 0 })
    .onConflict((conflict) => conflict.columns(['pattern', 'from_settings']).doUpdateSet(rule))
    .execute();
}

/** Answers the rule that the API had set for a pattern; null if there was none. */
export async function deleteRule(trx: Executor, pattern: string): Promise<StoredRule | null> {
  const deleted = await trx
    .deleteFrom('page_rule')
    .where('pattern', '=', pattern)
    .where('from_settings', '=', 0)
    .returning(columns)
    .executeTakeFirst();
  return deleted ? { ...deleted, fromSettings: false } : null;
}

export async function deleteRulesOfSettings(trx: Executor): Promise<void> {
  await trx.deleteFrom('page_rule').where('from_settings', '=', 1).execute();
}

/** A page with a row, and who reads it as its row says. */
export interface PageWithReaders extends RuledPage {
  readonly rowId: RowId;
  readonly key: string;
  readonly readers: Readers;
}

/** All pages with rows, or those of some keys, with all that decides who reads them. */
export async function findRuledPages(db: Executor, keys?: readonly string[]): Promise<PageWithReaders[]> {
  const rows = await db
    .selectFrom('page')
    .innerJoin('subject', 'subject.id', 'page.id')
    .leftJoin('page_alias', 'page_alias.canonical_key', 'page.key')
    .select(['page.id as rowId', 'page.key as key', 'page.url as url', 'page.narrowing as narrowing'])
    .select(['subject.audience', 'subject.own_audience as ownAudience', 'subject.writers'])
    .select('page_alias.key as alias')
    .$if(keys !== undefined, (query) => query.where('page.key', 'in', keys!))
    .orderBy('page.id')
    .execute();
  return [...Map.groupBy(rows, ({ rowId }) => rowId).values()].map((ofPage) => {
    const { rowId, key, url, narrowing, audience, ownAudience, writers } = ofPage[0]!;
    const aliases = ofPage.map(({ alias }) => alias).filter((alias) => alias !== null);
    const readers = { audience, ownAudience, writers };
    return { rowId, key, narrowing, readers, names: [wholeName(key, url), ...aliases] };
  });
}

/** The keys that lead to each of some keys, which may have no row. */
export async function findAliases(db: Executor, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('page_alias')
    .select(['key', 'canonical_key as leadsTo'])
    .where('canonical_key', 'in', keys)
    .execute();
  const byKey = Map.groupBy(rows, ({ leadsTo }) => leadsTo);
  return new Map(keys.map((key) => [key, (byKey.get(key) ?? []).map((row) => row.key)]));
}

/** Gives each of some pages its readers, in one statement: there may be thousands. */
export async function setReaders(
  trx: Executor,
  pages: readonly Pick<PageWithReaders, 'rowId' | 'readers'>[],
): Promise<void> {
  const rows = pages.map(
    ({ rowId, readers: { audience, ownAudience, writers } }) =>
      sql`(${rowId}, ${audience}, ${ownAudience}, ${writers})`,
  );
  // Both databases call the columns of values so.
  await sql`update subject set audience = given.column2, own_audience = given.column3, writers = given.column4
    from (values ${sql.join(rows)}) as given where subject.id = given.column1`.execute(trx);
}

export async function setNarrowing(trx: Executor, rowId: RowId, narrowing: Narrowing): Promise<void> {
  await trx.updateTable('page').set({ narrowing }).where('id', '=', rowId).execute();
}

function state(db: Executor) {
  return db.selectFrom('page_rule_state').select(['version', 'settings']);
}
