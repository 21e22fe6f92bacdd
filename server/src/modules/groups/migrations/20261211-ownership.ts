import { type Kysely, sql } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/** Groups whose owners have all departed, and who is asked to own them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('group_').addColumn('ownerless_since', wideInteger(db)).execute();
  await db.schema
    .createIndex('group_ownerless')
    .on('group_')
    .columns(['sort_name', 'id'])
    .where(sql.ref('ownerless_since'), 'is not', null)
    .execute();
  await createTable(db, 'ownership_offer')
    .addColumn('group_id', 'text', (column) => column.notNull().references('group_.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('until', wideInteger(db), (column) => column.notNull())
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('ownership_offer_primary', ['group_id', 'person_id'])
    .execute();
  await db.schema.createIndex('ownership_offer_person').on('ownership_offer').columns(['person_id', 'state']).execute();
}
