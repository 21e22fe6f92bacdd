import type { Kysely } from 'kysely';

/** Finds what was deleted long ago, among a million that was not. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createIndex('subject_deleted')
    .on('subject')
    .column('deleted_at')
    .where('deleted_at', 'is not', null)
    .execute();
}
