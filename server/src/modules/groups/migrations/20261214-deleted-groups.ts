import { type Kysely, sql } from 'kysely';

/** Which groups are deleted is asked with everything that somebody reads of a group: they are few. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index group_deleted on group_ (id) where deleted_at is not null`.execute(db);
}
