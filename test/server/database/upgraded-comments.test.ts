import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { connect, type DatabaseConnection } from '../../../server/src/database/connect.ts';
import { migrate, migrateTo } from '../../../server/src/database/migrate.ts';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';

/** The last migration of the version whose comments had their counts in `subject` alone. */
const versionBefore = '20261128-purge';

describe('a database in which comments have no counts of their own', () => {
  let test: TestDatabase;
  let database: DatabaseConnection;
  beforeEach(async () => {
    test = await createSharedDatabase();
    database = connect(test.url);
    await migrateTo(database.db, versionBefore);
    await run(`insert into person (id, handle, name, sort_name, name_key, expertise, languages, status, role, revision, created_at, updated_at)
      values ('ada', 'ada', 'Ada', 'ada', 'ada', '[]', '[]', 'ACTIVE', 'EMPLOYEE', 1, 1, 1)`);
    await run(`insert into subject (id, kind, comment_count) values ('page', 'Page', 2)`);
    await run(`insert into page (id, key, created_at) values ('page', 'page', 1)`);
    await addComment('second', 2, { reactions: 1 });
    await addComment('first', 1, { replies: 1, deletedAt: 9 });
    await run(`insert into reaction values ('r1', 'second', 'ada', 'LIKE', 3)`);
    await run(`insert into reaction_group values ('second', 'LIKE', 1)`);
  });
  afterEach(async () => {
    await database.close();
    await test.drop();
  });

  it('keeps all comments and reactions when it is brought up to date', async () => {
    const written = 'id, root_id, parent_id, depth, author_id, source, text, tree, created_at, edited_at';
    const read = async () => [
      await rows(`select ${written} from comment order by id`),
      await rows('select * from reaction_group'),
    ];
    const before = await read();

    await migrate(database.db);

    assert.deepEqual(await read(), before);
    assert.deepEqual(await countsOf('comment'), await countsOf('subject'));
    assert.deepEqual(await groupsOf('comment'), { first: '', second: 'LIKE:1' });
  });

  it('takes over what a version before goes on to write', async () => {
    await migrate(database.db);

    await addComment('third', 3, { reactions: 4 });
    await run(`update subject set reaction_count = reaction_count + 1 where id = 'second'`);
    await run(`update subject set deleted_at = null, deleted_by = null where id = 'first'`);
    await run(`update subject set comment_count = 7, deleted_at = 5, deleted_by = 'ada' where id = 'third'`);
    await run(`update subject set comment_count = 3 where id = 'page'`);

    assert.deepEqual(await countsOf('comment'), [
      { id: 'first', reaction_count: 0, comment_count: 1, deleted_at: null, deleted_by: null },
      { id: 'second', reaction_count: 2, comment_count: 0, deleted_at: null, deleted_by: null },
      { id: 'third', reaction_count: 4, comment_count: 7, deleted_at: 5, deleted_by: 'ada' },
    ]);
    assert.deepEqual(await countsOf('comment'), await countsOf('subject'));
  });

  it('takes over the groups of reactions that a version before goes on to write', async () => {
    await migrate(database.db);

    await run(
      `insert into reaction_group values ('second', 'CELEBRATE', 2), ('first', 'LOVE', 1), ('page', 'LIKE', 1)`,
    );
    await run(`update reaction_group set count = count + 3 where subject_id = 'second' and content = 'LIKE'`);
    await run(`update reaction_group set count = 0 where subject_id = 'first'`);
    await run(`delete from reaction_group where subject_id = 'page'`);

    assert.deepEqual(await groupsOf('subject'), { first: '', page: '', second: 'CELEBRATE:2,LIKE:4' });
    assert.deepEqual(await groupsOf('comment'), { first: '', second: 'CELEBRATE:2,LIKE:4' });
  });

  it('has one comment of an id, wherever it stands', async () => {
    await migrate(database.db);

    await assert.rejects(insertComment('first', 5));
  });

  const run = (statement: string) => sql.raw(statement).execute(database.db);
  const rows = async (statement: string) => (await run(statement)).rows;

  async function addComment(id: string, at: number, { reactions = 0, replies = 0, deletedAt = null as number | null }) {
    const by = deletedAt === null ? null : `'ada'`;
    await run(`insert into subject (id, kind, reaction_count, comment_count, deleted_at, deleted_by)
      values ('${id}', 'Comment', ${reactions}, ${replies}, ${deletedAt}, ${by})`);
    await insertComment(id, at);
  }

  const insertComment = (id: string, at: number) =>
    run(`insert into comment (id, root_id, parent_id, depth, author_id, source, text, tree, created_at, edited_at)
      values ('${id}', 'page', 'page', 0, 'ada', 'Hello', 'Hello', '[]', ${at}, null)`);

  const groupsOf = async (table: 'comment' | 'subject') => {
    const found = (await rows(`select id, reaction_groups from ${table} order by id`)) as Record<string, string>[];
    return Object.fromEntries(found.map((row) => [row['id'], row['reaction_groups']]));
  };

  const countsOf = (table: 'comment' | 'subject') =>
    rows(`select subject.id, ${table}.reaction_count, ${table}.comment_count, ${table}.deleted_at, ${table}.deleted_by
      from comment join subject on subject.id = comment.id order by subject.id`);
});
