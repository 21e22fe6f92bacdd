import type { Kysely } from 'kysely';
import { wideInteger } from '../../../database/portable.ts';

/** Something may be muted for some time, and is followed then as it was before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('follow').addColumn('muted_until', wideInteger(db)).execute();
  // Null where it was not followed.
  await db.schema.alterTable('follow').addColumn('level_before', 'text').execute();
  await db.schema
    .createIndex('follow_muted_until')
    .on('follow')
    .columns(['muted_until'])
    .where('muted_until', 'is not', null)
    .execute();
}
