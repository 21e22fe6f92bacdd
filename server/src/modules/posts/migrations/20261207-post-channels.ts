import { type Kysely, sql } from 'kysely';

/** A post may stand in a channel of its wall, and is read there in the order of walls. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('post').addColumn('channel_id', 'text').execute();
  await db.schema
    .createIndex('post_channel')
    .on('post')
    .columns(['channel_id', 'pinned_at', 'created_at', 'id'])
    .where(sql.ref('channel_id'), 'is not', null)
    .execute();
}
