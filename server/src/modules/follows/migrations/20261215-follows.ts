import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/** What people follow, and how much of it they want to hear. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'follow')
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('source_type', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('since', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('follow_primary', ['person_id', 'source_type', 'source_id'])
    .execute();
  // With the level, so that the followers of something are read from the index alone.
  await db.schema
    .createIndex('follow_source')
    .on('follow')
    .columns(['source_type', 'source_id', 'person_id', 'level'])
    .execute();
}
