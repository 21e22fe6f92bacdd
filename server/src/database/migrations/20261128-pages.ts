import { type Kysely, sql } from 'kysely';
import { createTable, wideInteger } from '../portable.ts';

/** Keys of pages include queries and routes from now on, and administrators may set titles. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('page').addColumn('title_set_by', 'text').execute();
  // Pages that were seen and used to share another page's key. Two for each former key are enough.
  await createTable(db, 'former_page_key')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('former_key', 'text', (column) => column.notNull())
    .addColumn('seen_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema.createIndex('former_page_key_former').on('former_page_key').column('former_key').execute();
  // When keys changed in this database. A new database has no row, because it has no former keys.
  await createTable(db, 'page_key_change')
    .addColumn('changed_at', wideInteger(db), (column) => column.primaryKey().notNull())
    .execute();
  await sql`insert into page_key_change (changed_at)
    select ${sql.lit(Date.now())} where exists (select 1 from page) or exists (select 1 from page_alias)`.execute(db);
}
