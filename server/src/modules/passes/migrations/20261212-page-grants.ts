import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/** What passes have granted people, and until when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'page_grant')
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('page_id', 'text', (column) => column.notNull().references('page.id'))
    .addColumn('read_until', wideInteger(db), (column) => column.notNull())
    .addColumn('write_until', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('page_grant_primary', ['person_id', 'page_id'])
    .execute();
  await db.schema.createIndex('page_grant_page').on('page_grant').columns(['page_id']).execute();
  await db.schema.createIndex('page_grant_end').on('page_grant').columns(['read_until']).execute();
}
