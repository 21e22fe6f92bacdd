import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CompiledQuery } from 'kysely';
import { newId } from '../../../server/src/platform/ids.ts';
import { brokenInvariants } from '../../support/faults/audit.ts';
import type { Row } from '../../support/faults/rows.ts';
import { Employee } from '../../support/server/intranet.ts';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const pageKey = 'a-page-of-many';
const handles = Array.from({ length: 200 }, (_, index) => `p${index}`);

describe('many people at once, on two servers of one database', () => {
  let database: TestDatabase;
  let servers: [TestServer, TestServer];
  let people: Employee[];
  beforeEach(async () => {
    database = await createSharedDatabase();
    const start = () => startTestServer({ DATABASE_URL: database.url, PARVIS_ANONYMOUS: 'read' });
    servers = [await start(), await start()];
    await addPeople(servers[0], Object.fromEntries(handles.map((handle) => [handle, { name: handle }])));
    // Neighbours are on different servers.
    people = handles.map((handle, index) => new Employee(servers[index % 2]!, handle));
  });
  afterEach(async () => {
    const broken = await brokenInvariants({ read, close: async () => {} });
    for (const server of servers) await server.close();
    await database.drop();
    assert.deepEqual(broken, []);
  });

  const read = async (sql: string) => (await servers[0].app.database.db.executeQuery<Row>(CompiledQuery.raw(sql))).rows;
  const count = async (table: string) => (await read(`select count(*) as count from ${table}`))[0]!.count;
  const page = () => people[0]!.page(pageKey);

  it('write the first comments on a page: it has one row, and counts them all', async () => {
    const { id } = await page();

    await Promise.all(people.slice(0, 20).map((person) => person.comment(id)));

    assert.equal(await count('page'), 1);
    assert.equal((await page()).commentCount, 20);
  });

  it('write the first posts on the wall of a page: it has one row, and they all stand there', async () => {
    await Promise.all(people.slice(0, 20).map((person) => person.post(`page:${pageKey}`)));

    assert.deepEqual([await count('page'), await count('wall')], [1, 1]);
    assert.equal((await people[0]!.wall(`page:${pageKey}`)).posts.totalCount, 20);
  });

  it('like one page, each once', async () => {
    const { id } = await page();

    await Promise.all(people.map((person) => person.react(id)));

    assert.equal((await page()).reactionCount, 200);
    assert.equal(await count('reaction'), 200);
  });

  it('send one write 50 times: it is written once, and answered alike', async () => {
    const { id } = await page();
    const ana = [new Employee(servers[0], 'p0'), new Employee(servers[1], 'p0')];
    const idempotencyKey = newId();

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => ana[index % 2]!.addComment(id, 'Once', { idempotencyKey })),
    );

    assert.deepEqual(new Set(answers.map(({ comment }) => comment.id)).size, 1);
    assert.equal(await count('comment'), 1);
  });

  it('change their minds, each on both servers', async () => {
    const { id } = await page();
    const contents = ['LIKE', 'LOVE', null, 'LAUGH'];

    await Promise.all(
      handles
        .slice(0, 20)
        .flatMap((handle) =>
          contents.map((content, index) => new Employee(servers[index % 2]!, handle).react(id, content)),
        ),
    );

    assert.equal((await page()).reactionCount, await count('reaction'));
  });

  it('answer, delete and bring back what others answer', async () => {
    const { id } = await page();
    const comments = await Promise.all(people.slice(0, 4).map((person) => person.comment(id)));

    await Promise.all(
      comments.flatMap((comment, index) => [
        people[index]!.deleteComment(comment),
        ...people.slice(10, 14).map((person) => person.addComment(comment)),
        people[index]!.restoreComment(comment),
        people[index + 4]!.react(comment),
      ]),
    );

    assert.ok(Number(await count('comment')) > 4);
  });

  it('write on a page while it moves: all of it stands at its new address', async () => {
    const { id } = await page();
    const current = await people[1]!.page('its-new-address');
    await people[1]!.comment(current.id);
    await Promise.all([people[1]!.post(`page:${pageKey}`), people[1]!.post('page:its-new-address')]);

    const posts = people.slice(40, 60).map((person) => person.post(`page:${pageKey}`));
    const writes = people.slice(0, 20).map((person) => person.comment(id));
    const likes = people.slice(20, 40).map((person) => person.react(id));
    await Promise.all([
      ...writes,
      ...posts,
      servers[0].app.services.subjects.alias(pageKey, 'its-new-address'),
      ...likes,
    ]);

    const moved = await page();
    assert.deepEqual([moved.key, moved.commentCount, moved.reactionCount], ['its-new-address', 21, 20]);
    assert.deepEqual([await count('page'), await count('wall'), await count('post')], [1, 1, 22]);
    assert.equal((await people[0]!.wall(`page:${pageKey}`)).posts.totalCount, 22);
  });
});
