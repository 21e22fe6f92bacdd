import { type Kysely, sql } from 'kysely';
import { createClusteredTable, isSqlite } from '../portable.ts';

/**
 * A comment has its counts and its deletion in its own row, where lists read them; on SQLite the rows of a thread stand
 * side by side, too. The database itself keeps what is repeated here as `subject` has it: a version before writes there.
 */
export async function up(db: Kysely<any>): Promise<void> {
  if (isSqlite(db)) {
    await clusterComments(db);
    await followOnSqlite(db);
  } else {
    await widenComments(db);
    await followOnPostgres(db);
  }
}

async function clusterComments(db: Kysely<any>): Promise<void> {
  await createClusteredTable(db, 'comment_clustered')
    .addColumn('id', 'text', (column) => column.notNull().references('subject.id'))
    .addColumn('root_id', 'text', (column) => column.notNull().references('subject.id'))
    .addColumn('parent_id', 'text', (column) => column.notNull().references('subject.id'))
    .addColumn('depth', 'integer', (column) => column.notNull())
    .addColumn('author_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('edited_at', 'integer')
    .addColumn('reaction_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('reaction_groups', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('comment_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('deleted_at', 'integer')
    .addColumn('deleted_by', 'text')
    // Last, so that what is short is read without going through what is long.
    .addColumn('tree', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('comment_primary', ['parent_id', 'created_at', 'id'])
    .execute();
  await sql`insert into comment_clustered
    select comment.id, root_id, parent_id, depth, author_id, created_at, edited_at,
      reaction_count, reaction_groups, comment_count, deleted_at, deleted_by, tree, source, text
    from comment join subject on subject.id = comment.id order by parent_id, created_at, comment.id`.execute(db);
  await db.schema.dropTable('comment').execute();
  await db.schema.alterTable('comment_clustered').renameTo('comment').execute();
  await db.schema.createIndex('comment_id').unique().on('comment').column('id').execute();
  await db.schema.createIndex('comment_root').on('comment').column('root_id').execute();
  await db.schema.createIndex('comment_author').on('comment').columns(['author_id', 'created_at', 'id']).execute();
}

async function followOnSqlite(db: Kysely<any>): Promise<void> {
  await sql`create trigger comment_added after insert on comment begin
    update comment set (reaction_count, reaction_groups, comment_count, deleted_at, deleted_by) =
      (select reaction_count, reaction_groups, comment_count, deleted_at, deleted_by from subject where id = new.id)
    where parent_id = new.parent_id and created_at = new.created_at and id = new.id;
  end`.execute(db);
  await sql`create trigger comment_counted
    after update of reaction_count, reaction_groups, comment_count, deleted_at, deleted_by on subject
    when new.kind = 'Comment' begin
    update comment set reaction_count = new.reaction_count, reaction_groups = new.reaction_groups,
      comment_count = new.comment_count, deleted_at = new.deleted_at, deleted_by = new.deleted_by where id = new.id;
  end`.execute(db);
}

async function widenComments(db: Kysely<any>): Promise<void> {
  const comment = db.schema.alterTable('comment');
  await comment.addColumn('reaction_count', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await comment.addColumn('reaction_groups', 'text', (column) => column.notNull().defaultTo('')).execute();
  await comment.addColumn('comment_count', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await comment.addColumn('deleted_at', 'bigint').execute();
  await comment.addColumn('deleted_by', 'text').execute();
  await sql`update comment set reaction_count = subject.reaction_count, reaction_groups = subject.reaction_groups,
    comment_count = subject.comment_count, deleted_at = subject.deleted_at, deleted_by = subject.deleted_by from subject
    where subject.id = comment.id and (subject.reaction_count > 0 or subject.comment_count > 0
      or subject.deleted_at is not null)`.execute(db);
}

async function followOnPostgres(db: Kysely<any>): Promise<void> {
  await sql`create or replace function comment_added() returns trigger language plpgsql as $$ begin
    select reaction_count, reaction_groups, comment_count, deleted_at, deleted_by
      into new.reaction_count, new.reaction_groups, new.comment_count, new.deleted_at, new.deleted_by
      from subject where id = new.id;
    return new;
  end $$`.execute(db);
  await sql`create trigger comment_added before insert on comment
    for each row execute function comment_added()`.execute(db);
  await sql`create or replace function comment_counted() returns trigger language plpgsql as $$ begin
    update comment set reaction_count = new.reaction_count, reaction_groups = new.reaction_groups,
      comment_count = new.comment_count, deleted_at = new.deleted_at, deleted_by = new.deleted_by where id = new.id;
    return null;
  end $$`.execute(db);
  await sql`create trigger comment_counted
    after update of reaction_count, reaction_groups, comment_count, deleted_at, deleted_by on subject
    for each row when (new.kind = 'Comment') execute function comment_counted()`.execute(db);
}
