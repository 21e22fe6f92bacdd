import { type Kysely, sql } from 'kysely';
import { createClusteredTable, isSqlite } from '../portable.ts';

/** What a thread reads of reactions stands close together, however many there are elsewhere. */
export async function up(db: Kysely<any>): Promise<void> {
  // The viewer's own reactions to fifty comments are on one page of this index, or two.
  await db.schema.createIndex('reaction_own').on('reaction').columns(['person_id', 'subject_id', 'content']).execute();
  if (isSqlite(db)) await clusterGroups(db);
  await addGroupsToSubjects(db);
  await (isSqlite(db) ? followOnSqlite(db) : followOnPostgres(db));
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

/**
 * Lists read the groups from the rows that they read anyway. The database itself keeps them there as `reaction_group` has
 * them: a version before writes only that table.
 */
async function addGroupsToSubjects(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable('subject')
    .addColumn('reaction_groups', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await sql`update subject set reaction_groups = ${groupsOf('subject.id')} where reaction_count > 0`.execute(db);
}

async function followOnSqlite(db: Kysely<any>): Promise<void> {
  for (const [event, row] of [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ] as const) {
    await sql`create trigger ${sql.ref(`reaction_group_${event}`)} after ${sql.raw(event)} on reaction_group begin
      update subject set reaction_groups = ${groupsOf(`${row}.subject_id`)} where id = ${sql.ref(`${row}.subject_id`)};
    end`.execute(db);
  }
}

async function followOnPostgres(db: Kysely<any>): Promise<void> {
  await sql`create or replace function reaction_grouped() returns trigger language plpgsql as $$
    declare changed text := coalesce(new.subject_id, old.subject_id);
    begin
      update subject set reaction_groups = ${groupsOf('changed')} where id = changed;
      return null;
    end $$`.execute(db);
  await sql`create trigger reaction_grouped after insert or update or delete on reaction_group
    for each row execute function reaction_grouped()`.execute(db);
}

/** As `LIKE:2,LOVE:1`; both databases write the same text. */
function groupsOf(subjectId: string) {
  return sql`(select coalesce(string_agg(content || ':' || "count", ',' order by content), '') from reaction_group
    where reaction_group.subject_id = ${sql.ref(subjectId)} and "count" > 0)`;
}
