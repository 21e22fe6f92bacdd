import { type Kysely, sql } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/**
 * What people are told of. A notice gathers what was done to one thing in one way, and is shared by all who are told of it; an
 * inbox has one row for each notice of a person.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'notice')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('thing_type', 'text', (column) => column.notNull())
    .addColumn('thing_id', 'text', (column) => column.notNull())
    // Whose readers may read it: a page, a post; none where the kind itself knows for whom it is.
    .addColumn('root_id', 'text', (column) => column.references('subject.id'))
    .addUniqueConstraint('notice_thing', ['thing_id', 'kind'])
    .execute();
  await db.schema.createIndex('notice_root').on('notice').columns(['root_id']).execute();
  await createTable(db, 'notice_act')
    .addColumn('notice_id', 'text', (column) => column.notNull().references('notice.id'))
    .addColumn('act_id', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull().references('person.id'))
    // What it leads to: the comment, the post.
    .addColumn('subject_id', 'text', (column) => column.references('subject.id'))
    .addColumn('told_at', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('notice_act_primary', ['notice_id', 'act_id'])
    .execute();
  await db.schema.createIndex('notice_act_act').on('notice_act').columns(['act_id']).execute();
  await db.schema.createIndex('notice_act_time').on('notice_act').columns(['notice_id', 'told_at']).execute();
  await db.schema.createIndex('notice_act_actor').on('notice_act').columns(['actor_id']).execute();
  await db.schema.createIndex('notice_act_subject').on('notice_act').columns(['subject_id']).execute();
  await createTable(db, 'inbox')
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('notice_id', 'text', (column) => column.notNull().references('notice.id'))
    // The first act of which the person was told, and the last.
    .addColumn('since', wideInteger(db), (column) => column.notNull())
    .addColumn('last_at', wideInteger(db), (column) => column.notNull())
    // How far they have seen and read: the `last_at` of then.
    .addColumn('seen_at', wideInteger(db), (column) => column.notNull())
    .addColumn('read_at', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('inbox_primary', ['person_id', 'notice_id'])
    .execute();
  await db.schema.createIndex('inbox_time').on('inbox').columns(['person_id', 'last_at', 'notice_id']).execute();
  await db.schema.createIndex('inbox_notice').on('inbox').columns(['notice_id']).execute();
  await sql`create index inbox_unseen on inbox (person_id, last_at) where last_at > seen_at`.execute(db);
  await sql`create index inbox_unread on inbox (person_id, last_at, notice_id) where last_at > read_at`.execute(db);
}
