import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/** Polls: a kind of post. Counts are kept beside the votes, as all counts are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'poll')
    .addColumn('post_id', 'text', (column) => column.primaryKey().notNull().references('post.id'))
    .addColumn('multiple', 'integer', (column) => column.notNull())
    .addColumn('ends_at', wideInteger(db))
    .addColumn('closed_at', wideInteger(db))
    .addColumn('voter_count', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await createTable(db, 'poll_choice')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('post_id', 'text', (column) => column.notNull().references('poll.post_id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('vote_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addUniqueConstraint('poll_choice_position', ['post_id', 'position'])
    .execute();
  await createTable(db, 'poll_vote')
    .addColumn('post_id', 'text', (column) => column.notNull().references('poll.post_id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('choice_id', 'text', (column) => column.notNull().references('poll_choice.id'))
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('poll_vote_primary', ['post_id', 'person_id', 'choice_id'])
    .execute();
  await db.schema.createIndex('poll_vote_person').on('poll_vote').column('person_id').execute();
  await db.schema.createIndex('poll_vote_choice').on('poll_vote').column('choice_id').execute();
}
