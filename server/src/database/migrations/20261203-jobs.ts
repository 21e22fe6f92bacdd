import { type Kysely, sql } from 'kysely';
import { createTable, wideInteger } from '../portable.ts';

/** Work that waits. Events that are stored but not yet published are the first of it; see `events/former-outbox-store.ts`. */
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'job')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text')
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('due_at', wideInteger(db))
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('failure', 'text')
    .addColumn('dead_at', wideInteger(db))
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema.createIndex('job_due').on('job').columns(['kind', 'due_at']).execute();
  await db.schema
    .createIndex('job_waiting_key')
    .unique()
    .on('job')
    .columns(['kind', 'key'])
    .where('key', 'is not', null)
    .where(sql.ref('owner'), '=', sql.lit(''))
    .where(sql.ref('dead_at'), 'is', null)
    .execute();
}
