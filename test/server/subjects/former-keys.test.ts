import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, codes, Employee } from '../../support/server/intranet.ts';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { writeAsBefore } from './written-before.ts';

const home = 'https://intranet.example.org';
const day = 24 * 60 * 60 * 1000;

describe('a database of the version before', () => {
  let database: TestDatabase;
  let server: TestServer;
  let ana: Employee;
  before(async () => {
    database = await createSharedDatabase();
    await writeAsBefore(database.url, {
      [`${home}/news//4`]: ['with two slashes'],
      [`${home}/news/4`]: ['with one'],
      [`${home}/cafe%CC%81`]: ['decomposed'],
      [`${home}/hr/default.aspx`]: ['index name'],
      [`${home}/l%27atelier`]: ['escaped'],
      [`${home}/plain`]: ['as ever'],
      [`${home}/lang`]: ['one page with a canonical query'],
      [`${home}/blog`]: ['whichever article'],
      [`${home}/app`]: ['whichever route'],
      canteen: ['by name'],
    });
    server = await startTestServer({ DATABASE_URL: database.url, PARVIS_ANONYMOUS: 'read' });
    ana = new Employee(server, 'ana');
    await server.app.services.subjects.moves.refold();
  });
  after(async () => {
    await server.close();
    await database.drop();
  });

  const texts = async (key: string) =>
    (await ana.page(key, 'comments { nodes { body { source } } }')).comments.nodes.map(
      ({ body }: Answer) => body.source as string,
    );

  it('keeps what was written where the form of an address has changed, with its likes and its wall', async () => {
    for (const [asked, key, expected] of [
      ['/news//4', '/news/4', ['with two slashes', 'with one']],
      ['/news/4', '/news/4', ['with two slashes', 'with one']],
      ['/café', '/caf%C3%A9', ['decomposed']],
      ['/cafe\u0301', '/caf%C3%A9', ['decomposed']],
      ['/hr/', '/hr', ['index name']],
      ['/hr/Default.aspx', '/hr', ['index name']],
      ["/l'atelier", "/l'atelier", ['escaped']],
      ['/plain', '/plain', ['as ever']],
    ] as const) {
      const page = await ana.page(home + asked);
      assert.deepEqual((await texts(home + asked)).toSorted(), expected.toSorted(), asked);
      assert.deepEqual([page.key, page.commentCount, page.reactionCount], [home + key, expected.length, 1], asked);
      assert.equal((await ana.wall(`page:${home}${asked}`)).posts.totalCount, expected.length, asked);
    }
    assert.deepEqual(await texts('canteen'), ['by name']);
  });

  it('forgets the addresses of first readers, and keeps the titles', async () => {
    const { url, title } = await ana.page(`${home}/plain`);

    assert.deepEqual([url, title], [`${home}/plain`, `Title of ${home}/plain`]);
    const rows = await server.app.database.db.selectFrom('page').select('url').where('url', 'is not', null).execute();
    assert.deepEqual(rows, []);
  });

  it('leaves the version before at work beside it: what it names is found by an alias', async () => {
    const { db } = server.app.database;
    const alias = await db
      .selectFrom('page_alias')
      .select('canonical_key')
      .where('key', '=', `${home}/news//4`)
      .executeTakeFirst();

    assert.equal(alias?.canonical_key, `${home}/news/4`);
    assert.equal(await server.app.services.subjects.moves.refold(), 0);
  });

  it('shows the discussion of a former key on the one page that had it, and takes new comments there', async () => {
    const page = await ana.page(`${home}/lang?l=fr`);
    assert.deepEqual(await texts(`${home}/lang?l=fr`), ['one page with a canonical query']);

    await ana.comment(page.id, 'a new one');

    assert.deepEqual(await texts(`${home}/lang?l=fr`), ['one page with a canonical query', 'a new one']);
    // A tab that was loaded before names the page as it did.
    assert.deepEqual(await texts(`${home}/lang`), ['one page with a canonical query', 'a new one']);
  });

  it('leaves the discussion under a former key that several pages had, names it, and lets it be moved', async () => {
    const { moves } = server.app.services.subjects;
    for (const key of ['/blog?p=1', '/blog?p=2', '/app#/news/1', '/app#!/news/2']) await ana.page(home + key);

    for (const key of ['/blog?p=1', '/blog?p=2', '/blog?p=3', '/app#/news/1'])
      assert.deepEqual(await texts(home + key), []);
    assert.deepEqual(await texts(`${home}/blog`), ['whichever article']);
    assert.deepEqual(await moves.ambiguous(), [
      { key: `${home}/app`, comments: 1, reactions: 1, pages: [`${home}/app#!/news/2`, `${home}/app#/news/1`] },
      { key: `${home}/blog`, comments: 1, reactions: 1, pages: [`${home}/blog?p=1`, `${home}/blog?p=2`] },
    ]);
    assert.ok(server.logged.some(({ page, msg }) => page === `${home}/blog` && /--ambiguous/.test(msg)));

    await server.app.services.subjects.alias(`${home}/blog`, `${home}/blog?p=2`);

    assert.deepEqual(await texts(`${home}/blog?p=2`), ['whichever article']);
    assert.deepEqual(await texts(`${home}/blog?p=1`), []);
    assert.deepEqual(
      (await moves.ambiguous()).map(({ key }) => key),
      [`${home}/app`],
    );
  });

  it('goes on with tabs that were loaded before', async () => {
    const old = await ana.page(`${home}/news//4`);
    const answer = await ana.addComment(old.id, 'from an old tab', {
      page: { title: 'Line 4', url: `${home}/news//4?utm_source=mail&token=secret` },
    });
    assert.deepEqual(codes(answer), []);
    // By an id that a tab got before.
    const id = Buffer.from(`Page:${home}/hr/default.aspx`).toString('base64url');
    assert.deepEqual(codes(await ana.addComment(id, 'by an old id')), []);
    assert.deepEqual(codes(await ana.addPost(`page:${home}/hr/default.aspx`, 'an old wall')), []);

    assert.ok((await texts(`${home}/news/4`)).includes('from an old tab'));
    assert.ok((await texts(`${home}/hr`)).includes('by an old id'));
  });

  it('leads no page to what was written under its path after the change', async () => {
    const { id } = await ana.page(`${home}/list`);
    server.clock.advance(30 * day);
    await ana.comment(id, 'on the list');

    assert.deepEqual(await texts(`${home}/list?page=2`), []);
  });
});

describe('a new database', () => {
  it('has no former keys: a page with a query is another one from the beginning', async () => {
    const server = await startTestServer();
    const adam = new Employee(server, 'adam');
    await addPeople(server, { adam: { name: 'Adam' } });
    await adam.comment((await adam.page(home)).id);

    assert.equal((await adam.page(`${home}/?p=5`)).commentCount, 0);
    await server.close();
  });
});
