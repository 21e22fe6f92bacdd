import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/** Mails that are sent and taken in, and the addresses for answers to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'answer_address')
    .addColumn('token', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('thing_type', 'text', (column) => column.notNull())
    .addColumn('thing_id', 'text', (column) => column.notNull())
    .addColumn('ends_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema.createIndex('answer_address_person').on('answer_address').column('person_id').execute();
  await db.schema.createIndex('answer_address_end').on('answer_address').column('ends_at').execute();
  await createTable(db, 'incoming_mail')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    // Of the id that the mail has and the addresses that it came for: the same mail is stored once.
    .addColumn('fingerprint', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('envelope', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('taken_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema.createIndex('incoming_mail_time').on('incoming_mail').column('taken_at').execute();
  await createTable(db, 'outgoing_mail')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('address', 'text')
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('outgoing_mail_person')
    .on('outgoing_mail')
    .columns(['person_id', 'created_at'])
    .execute();
  await db.schema.createIndex('outgoing_mail_time').on('outgoing_mail').column('created_at').execute();
  await createTable(db, 'mail_stop')
    .addColumn('address', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('status', 'text')
    .addColumn('stopped_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema.createIndex('mail_stop_person').on('mail_stop').column('person_id').execute();
  await createTable(db, 'mail_reply')
    .addColumn('address', 'text', (column) => column.primaryKey().notNull())
    .addColumn('replied_at', wideInteger(db), (column) => column.notNull())
    .execute();
}
