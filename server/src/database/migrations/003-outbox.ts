import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../portable.ts';

/** Events that are stored but not yet published: empty most of the time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'outbox')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('topics', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('people', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('claimed_at', wideInteger(db), (column) => column.notNull())
    .execute();
}
