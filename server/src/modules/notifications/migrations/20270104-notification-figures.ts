import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/** How much people were told on each day, without who they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'notification_figure')
    .addColumn('day', 'text', (column) => column.notNull())
    // Empty for all kinds together.
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('people', wideInteger(db), (column) => column.notNull())
    .addColumn('median', wideInteger(db), (column) => column.notNull())
    .addColumn('percentile_95', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('notification_figure_primary', ['day', 'kind'])
    .execute();
  await db.schema.createIndex('notice_act_told').on('notice_act').columns(['told_at']).execute();
}
