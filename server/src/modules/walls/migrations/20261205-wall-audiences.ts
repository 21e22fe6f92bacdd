import type { Kysely } from 'kysely';
import type { MigrationFacts } from '../../../database/migrate.ts';

/** Who reads what is posted on walls, who posts, and who comments there. */
export async function up(db: Kysely<unknown>, { readers }: MigrationFacts): Promise<void> {
  for (const [name, audience] of [
    ['audience', readers],
    ['posters', 'employees'],
    ['writers', 'employees'],
  ] as const) {
    await db.schema
      .alterTable('wall')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo(audience))
      .execute();
  }
}
