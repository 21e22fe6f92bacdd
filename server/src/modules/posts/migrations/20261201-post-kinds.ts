import type { Kysely } from 'kysely';

/** A post is of a kind from now on. What was there, and what the version before writes, is a text. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('post')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('TEXT'))
    .execute();
}
