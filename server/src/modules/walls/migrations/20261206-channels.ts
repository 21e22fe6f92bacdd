import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/** The parts that walls are divided into. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'channel')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('wall_id', 'text', (column) => column.notNull().references('wall.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('archived_at', wideInteger(db))
    .execute();
  await db.schema.createIndex('channel_wall').on('channel').columns(['wall_id', 'position', 'id']).execute();
}
