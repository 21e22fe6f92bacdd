import { type Kysely, sql } from 'kysely';
import { createTable } from '../../../database/portable.ts';

/** Who reads the pages of a pattern, and what passes have done to a page. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('page').addColumn('narrowing', 'text').execute();
  await createTable(db, 'page_rule')
    .addColumn('pattern', 'text', (column) => column.notNull())
    .addColumn('from_settings', 'integer', (column) => column.notNull())
    .addColumn('readers', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('page_rule_primary', ['pattern', 'from_settings'])
    .execute();
  await createTable(db, 'page_rule_state')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('settings', 'text')
    .execute();
  await sql`insert into page_rule_state (id, version) values (1, 0)`.execute(db);
}
