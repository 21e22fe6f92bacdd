import type { Kysely } from 'kysely';

/** Lists of groups are read in their order, and no further than they are shown. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('group_name').on('group_').columns(['sort_name', 'id']).execute();
  await db.schema.dropIndex('group_discovery').execute();
}
