import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../portable.ts';

/** Further keys that identify a person, and how far each can be trusted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAccounts(db);
  await createLogins(db);
  await widenPerson(db);
}

/** Accounts: the subject of an issuer, linked to a person once. */
async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'account')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('linked_at', wideInteger(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('account_primary', ['issuer', 'subject'])
    .execute();
  await db.schema.createIndex('account_person').on('account').column('person_id').execute();
}

/** A person may have several login names: Active Directory gives everyone two. */
async function createLogins(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'login')
    .addColumn('login_key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('source', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('login_person').on('login').column('person_id').execute();
}

async function widenPerson(db: Kysely<unknown>): Promise<void> {
  const person = db.schema.alterTable('person');
  await person.addColumn('employee_number', 'text').execute();
  await person.addColumn('employee_key', 'text').execute();
  // Null in rows from before this column, or from a version that does not write it.
  await person.addColumn('mail_proved', 'integer').execute();
  await person.addColumn('merged_into', 'text', (column) => column.references('person.id')).execute();
  await db.schema.createIndex('person_employee_key').unique().on('person').column('employee_key').execute();
}
