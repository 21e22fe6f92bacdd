import { type Kysely, sql } from 'kysely';
import { createClusteredTable, isSqlite } from '../portable.ts';

/** What a thread reads of reactions stands close together, however many there are elsewhere. */
export async function up(db: Kysely<any>): Promise<void> {
  // The viewer's own reactions to fifty comments are on one page of this index, or two.
  await db.schema.createIndex('reaction_own').on('reaction').columns(['person_id', 'subject_id', 'content']).execute();
  if (isSqlite(db)) await clusterGroups(db);
}

async function clusterGroups(db: Kysely<any>): Promise<void> {
  await createClusteredTable(db, 'reaction_group_clustered')
    .addColumn('subject_id', 'text', (column) => column.notNull().references('subject.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('reaction_group_primary', ['subject_id', 'content'])
    .execute();
  await sql`insert into reaction_group_clustered (subject_id, content, count)
    select subject_id, content, count from reaction_group order by subject_id, content`.execute(db);
  await db.schema.dropTable('reaction_group').execute();
  await db.schema.alterTable('reaction_group_clustered').renameTo('reaction_group').execute();
}
