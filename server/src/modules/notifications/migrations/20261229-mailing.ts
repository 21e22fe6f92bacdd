import type { Kysely } from 'kysely';
import { wideInteger } from '../../../database/portable.ts';

/** How far a mail has told a person of a notice: the `last_at` of then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('inbox')
    .addColumn('mailed_at', wideInteger(db), (column) => column.notNull().defaultTo(0))
    .execute();
}
