import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../../../database/portable.ts';

/** Groups, who is in them, and who asks to be. Counts are kept beside the rows they count. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'group_')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('handle', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sort_name', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text')
    .addColumn('visibility', 'text', (column) => column.notNull())
    .addColumn('join_by', 'text', (column) => column.notNull())
    .addColumn('rule', 'text')
    .addColumn('posting', 'text', (column) => column.notNull())
    .addColumn('commenting', 'text', (column) => column.notNull())
    .addColumn('inviting', 'text', (column) => column.notNull())
    .addColumn('member_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('archived_at', wideInteger(db))
    .addColumn('deleted_at', wideInteger(db))
    .addColumn('created_by', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema.createIndex('group_discovery').on('group_').columns(['visibility', 'sort_name', 'id']).execute();
  await createTable(db, 'membership')
    .addColumn('group_id', 'text', (column) => column.notNull().references('group_.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('since', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('membership_primary', ['group_id', 'person_id'])
    .execute();
  await db.schema
    .createIndex('membership_person')
    .on('membership')
    .columns(['person_id', 'group_id', 'role'])
    .execute();
  await db.schema.createIndex('membership_role').on('membership').columns(['group_id', 'role', 'since']).execute();
  await createTable(db, 'membership_request')
    .addColumn('group_id', 'text', (column) => column.notNull().references('group_.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('words', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('invited_by', 'text', (column) => column.references('person.id'))
    .addColumn('decided_by', 'text', (column) => column.references('person.id'))
    .addColumn('decided_at', wideInteger(db))
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('membership_request_primary', ['group_id', 'person_id'])
    .execute();
  await db.schema
    .createIndex('membership_request_person')
    .on('membership_request')
    .columns(['person_id', 'state'])
    .execute();
}
