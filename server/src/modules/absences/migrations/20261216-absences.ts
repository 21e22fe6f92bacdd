import type { Kysely } from 'kysely';
import { createTable } from '../../../database/portable.ts';

/** When people are away. Days are texts, of the zone beside them: they are the same days for all who read them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'absence')
    .addColumn('person_id', 'text', (column) => column.primaryKey().notNull().references('person.id'))
    .addColumn('from_date', 'text', (column) => column.notNull())
    .addColumn('until_date', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('substitute_id', 'text', (column) => column.references('person.id'))
    .addColumn('note', 'text')
    .execute();
  await db.schema.createIndex('absence_substitute').on('absence').column('substitute_id').execute();
}
