import type { Kysely } from 'kysely';
import type { MigrationFacts } from '../../../database/migrate.ts';

/** Who reads pages and posts, and who writes there. What is there already is for those who read it so far. */
export async function up(db: Kysely<unknown>, { readers }: MigrationFacts): Promise<void> {
  await db.schema
    .alterTable('subject')
    .addColumn('audience', 'text', (column) => column.notNull().defaultTo(readers))
    .execute();
  await db.schema.alterTable('subject').addColumn('own_audience', 'text').execute();
  await db.schema
    .alterTable('subject')
    .addColumn('writers', 'text', (column) => column.notNull().defaultTo('employees'))
    .execute();
}
