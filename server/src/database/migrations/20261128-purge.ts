import type { Kysely } from 'kysely';

/** For finding the few subjects that were deleted long ago. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createIndex('subject_deleted')
    .on('subject')
    .column('deleted_at')
    .where('deleted_at', 'is not', null)
    .execute();
}
