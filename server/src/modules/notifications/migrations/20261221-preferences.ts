import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/** How people want to be told of what, and when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'notification_preference')
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    // Empty for all places, and for all kinds.
    .addColumn('place_type', 'text', (column) => column.notNull())
    .addColumn('place_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('delivery', 'text')
    .addColumn('muted_until', wideInteger(db))
    .addPrimaryKeyConstraint('notification_preference_primary', ['person_id', 'place_id', 'kind'])
    .execute();
  await db.schema
    .createIndex('notification_preference_place')
    .on('notification_preference')
    .columns(['place_id'])
    .execute();
  await createTable(db, 'notification_schedule')
    .addColumn('person_id', 'text', (column) => column.primaryKey().notNull().references('person.id'))
    // Null is as the company has it.
    .addColumn('zone', 'text')
    .addColumn('hours', 'text')
    .addColumn('site', 'text')
    .addColumn('keeps_holidays', 'integer')
    .addColumn('digest', 'text')
    .addColumn('digest_hour', 'integer')
    .addColumn('digest_weekday', 'integer')
    .execute();
}
