import type { Kysely } from 'kysely';

/** What people are to the company. Those who are there already, and those whom a version before adds, are employees. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable('person')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('EMPLOYEE'))
    .execute();
}
