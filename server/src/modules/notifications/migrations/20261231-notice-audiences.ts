import type { Kysely } from 'kysely';

/** Who may read a notice that is about no page or post: those who run a group, who are asked to let somebody in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Null for a notice that has a root, and for one that is for one person, whatever they may read.
  await db.schema.alterTable('notice').addColumn('audience', 'text').execute();
}
