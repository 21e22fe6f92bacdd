import type { Insertable } from 'kysely';
import type { Executor } from '../../server/src/database/connect.ts';
import type { Database } from '../../server/src/database/database.ts';
import type { DemoPerson } from './people/demo-people.ts';
import type { PagePlace } from './talks/page-place.ts';

/** Rows by table. */
export type Tables = { [Table in keyof Database]?: Insertable<Database[Table]>[] };

/** How many rows one statement inserts. */
const BATCH = 400;

/** Whether anybody, invented or not, has written or reacted here. */
export async function hasConversations(db: Executor): Promise<boolean> {
  return (await db.selectFrom('subject').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Everybody, in the order in which they were added. */
export async function readPeople(db: Executor): Promise<DemoPerson[]> {
  const columns = [
    'id',
    'handle',
    'name',
    'department',
    'location',
    'kind',
    'languages',
    'manager_id',
    'status',
  ] as const;
  const rows = await db.selectFrom('person').select(columns).orderBy('seq').execute();
  const handles = new Map(rows.map(({ id, handle }) => [id, handle]));
  return rows.map(({ status, languages, manager_id, ...person }) => ({
    ...person,
    languages: JSON.parse(languages) as string[],
    manager: manager_id && (handles.get(manager_id) ?? null),
    departed: status === 'DEPARTED',
  }));
}

/** Inserts all rows, table after table. */
export async function insertTables(trx: Executor, tables: Tables): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    for (let from = 0; from < rows.length; from += BATCH) {
      // Each list has the rows of the table that it is named after; the type of a loop over all of them cannot say so.
      const batch = rows.slice(from, from + BATCH) as NonNullable<Tables['subject']>;
      await trx
        .insertInto(table as 'subject')
        .values(batch)
        .execute();
    }
  }
}

/**
 * Moves the page whose key ends with `path` to where it is now, and makes its former key and other ones lead there. A
 * page of its own under one of those stays one.
 */
export async function movePage(
  trx: Executor,
  path: string,
  { key, url }: PagePlace,
  otherKeys: readonly string[],
  now: number,
): Promise<void> {
  const pages = await trx.selectFrom('page').select(['id', 'key']).where('key', 'like', `http%${path}`).execute();
  const former = pages.some((page) => page.key === key) ? undefined : pages[0];
  if (former) {
    await trx.deleteFrom('page_alias').where('key', '=', key).execute();
    await trx.updateTable('page').set({ key, url }).where('id', '=', former.id).execute();
    await trx.updateTable('page_alias').set({ canonical_key: key }).where('canonical_key', '=', former.key).execute();
  }
  const taken = new Set(pages.filter((page) => page !== former).map((page) => page.key));
  const aliases = [...(former ? [former.key] : []), ...otherKeys].filter((alias) => !taken.has(alias));
  for (const alias of aliases) {
    await trx
      .insertInto('page_alias')
      .values({ key: alias, canonical_key: key, created_at: now })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ canonical_key: key }))
      .execute();
  }
}
