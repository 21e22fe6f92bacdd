import type { Kysely } from 'kysely';

/** What was cut off the mail by which a comment came: older mails, signatures. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('comment').addColumn('mail_rest', 'text').execute();
}
