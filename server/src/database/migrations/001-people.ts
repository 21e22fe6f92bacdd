import { type Kysely, sql } from 'kysely';
import { createTable, isSqlite, wideInteger } from '../portable.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPerson(db);
  await createWords(db);
  await createRevision(db);
  await createSearch(db);
}

async function createPerson(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'person')
    // A small number in addition to the id, used by full-text search and by the directory's counts.
    .addColumn('seq', 'integer', (column) =>
      isSqlite(db) ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity(),
    )
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('handle', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sort_name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('email', 'text')
    .addColumn('email_key', 'text', (column) => column.unique())
    .addColumn('phone', 'text')
    .addColumn('phone_key', 'text')
    .addColumn('job_title', 'text')
    .addColumn('department', 'text')
    .addColumn('location', 'text')
    .addColumn('bio', 'text')
    .addColumn('avatar_url', 'text')
    .addColumn('manager_id', 'text', (column) => column.references('person.id'))
    .addColumn('expertise', 'text', (column) => column.notNull())
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('revision', wideInteger(db), (column) => column.notNull())
    .addColumn('created_at', wideInteger(db), (column) => column.notNull())
    .addColumn('updated_at', wideInteger(db), (column) => column.notNull())
    .execute();
  await db.schema.createIndex('person_sort_name').on('person').columns(['sort_name', 'seq']).execute();
  await db.schema.createIndex('person_manager').on('person').columns(['manager_id', 'sort_name', 'seq']).execute();
  await db.schema.createIndex('person_name_key').on('person').column('name_key').execute();
  await db.schema.createIndex('person_phone_key').on('person').column('phone_key').execute();
  await db.schema.createIndex('person_revision').on('person').columns(['revision', 'seq']).execute();
}

/** Every word by which a person can be found, with its sound. */
async function createWords(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'person_word')
    .addColumn('word', 'text', (column) => column.primaryKey().notNull())
    .addColumn('sound', 'text')
    .execute();
  await db.schema.createIndex('person_word_sound').on('person_word').column('sound').execute();
}

/** One row: the number of the last write to the directory. */
async function createRevision(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'people_revision')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('value', wideInteger(db), (column) => column.notNull())
    .execute();
  await sql`insert into people_revision (id, value) values (1, 0)`.execute(db);
}

/**
 * The full-text index, the only part that differs by database. It stores no text: it receives folded words, and returns the
 * numbers of people.
 */
async function createSearch(db: Kysely<unknown>): Promise<void> {
  if (isSqlite(db)) {
    await sql`create virtual table person_search using fts5(
      words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4',
      tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
    )`.execute(db);
  } else {
    // In a table of its own, because the person's row is read a thousand times for each search.
    await sql`create table person_search (seq integer primary key, words tsvector not null)`.execute(db);
    // Without the list of pending entries, which every search would have to read.
    await sql`create index person_search_words on person_search using gin (words) with (fastupdate = off)`.execute(db);
  }
}
