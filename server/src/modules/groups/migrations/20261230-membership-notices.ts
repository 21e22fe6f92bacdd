import type { Kysely } from 'kysely';

/** Who let somebody into a group, and who gave them the role that they have: they are told. Null where they did it themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('membership').addColumn('let_in_by', 'text').execute();
  await db.schema.alterTable('membership').addColumn('named_by', 'text').execute();
}
