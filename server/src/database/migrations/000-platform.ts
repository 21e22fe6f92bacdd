import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../portable.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'idempotency')
    .addColumn('viewer_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_primary', ['viewer_id', 'key'])
    .execute();
  await db.schema.createIndex('idempotency_created_at').on('idempotency').column('created_at').execute();
}
