import type { Kysely } from 'kysely';
import { createTable, wideInteger } from '../portable.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createSubjects(db);
  await createComments(db);
  await createPosts(db);
  await createReactions(db);
}

async function createSubjects(db: Kysely<unknown>): Promise<void> {
  // The common part of pages, posts and comments. Each has one row here, with the same id.
  await createTable(db, 'subject')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reaction_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('comment_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('locked_at', wideInteger(db))
    .addColumn('deleted_at', wideInteger(db))
    .addColumn('deleted_by', 'text', (column) => column.references('person.id'))
    .execute();
  await createTable(db, 'page')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull().references('subject.id'))
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text')
    .addColumn('url', 'text')
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .execute();
  // By key, not by page: an address can move before anyone has written at either.
  await createTable(db, 'page_alias')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('canonical_key', 'text', (column) => column.notNull())
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema.createIndex('page_alias_canonical_key').on('page_alias').column('canonical_key').execute();
  await createTable(db, 'former_version')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull().references('subject.id'))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('tree', 'text', (column) => column.notNull())
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema.createIndex('former_version_subject').on('former_version').columns(['subject_id', 'id']).execute();
}

async function createComments(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'comment')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull().references('subject.id'))
    .addColumn('root_id', 'text', (column) => column.notNull().references('subject.id'))
    .addColumn('parent_id', 'text', (column) => column.notNull().references('subject.id'))
    .addColumn('depth', 'integer', (column) => column.notNull())
    .addColumn('author_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('tree', 'text', (column) => column.notNull())
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .addColumn('edited_at', wideInteger(db))
    .execute();
  await db.schema.createIndex('comment_parent').on('comment').columns(['parent_id', 'created_at', 'id']).execute();
  await db.schema.createIndex('comment_root').on('comment').column('root_id').execute();
  await db.schema.createIndex('comment_author').on('comment').columns(['author_id', 'created_at', 'id']).execute();
}

async function createPosts(db: Kysely<unknown>): Promise<void> {
  // `owner` is the key of a page, the id of a person, or empty for the company's wall.
  await createTable(db, 'wall')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .addUniqueConstraint('wall_owner', ['kind', 'owner'])
    .execute();
  await createTable(db, 'post')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull().references('subject.id'))
    .addColumn('wall_id', 'text', (column) => column.notNull().references('wall.id'))
    .addColumn('author_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('tree', 'text', (column) => column.notNull())
    .addColumn('link_url', 'text')
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .addColumn('edited_at', wideInteger(db))
    // 0 if it is not pinned, so that one index has the whole order of a wall.
    .addColumn('pinned_at', wideInteger(db), (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('post_wall').on('post').columns(['wall_id', 'pinned_at', 'created_at', 'id']).execute();
  await db.schema.createIndex('post_author').on('post').columns(['author_id', 'created_at', 'id']).execute();
}

async function createReactions(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'reaction')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull().references('subject.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .addUniqueConstraint('reaction_once', ['subject_id', 'person_id'])
    .execute();
  await db.schema.createIndex('reaction_latest').on('reaction').columns(['subject_id', 'created_at', 'id']).execute();
  await db.schema
    .createIndex('reaction_latest_of_content')
    .on('reaction')
    .columns(['subject_id', 'content', 'created_at', 'id'])
    .execute();
  await createTable(db, 'reaction_group')
    .addColumn('subject_id', 'text', (column) => column.notNull().references('subject.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('reaction_group_primary', ['subject_id', 'content'])
    .execute();
}
