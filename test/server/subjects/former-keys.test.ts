import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, codes, Employee } from '../../support/server/intranet.ts';
import { runCommand } from '../../support/server/run-command.ts';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { loadFormerVersion } from './former-version.ts';

const home = 'https://intranet.example.org';

/** A comment and what stands below it, so many levels deep. */
const thread = (levels: number): string =>
  `body { source } editedAt deletedAt ${levels > 0 ? `comments(first: 1) { nodes { ${thread(levels - 1)} } }` : ''}`;

describe('a database of the version before', () => {
  let database: TestDatabase;
  let server: TestServer;
  let ana: Employee;
  let bob: Employee;
  let cleo: Employee;
  before(async () => {
    database = await createSharedDatabase();
    await loadFormerVersion(database.url);
    process.env['DATABASE_URL'] = database.url;
    process.env['PARVIS_ORIGINS'] = home;
    server = await startTestServer({ DATABASE_URL: database.url, PARVIS_ANONYMOUS: 'read' });
    await addPeople(server, { cleo: { name: 'Cléo Martin' } });
    // The clock of the test stands still; the migration wrote the moment by that of the machine.
    await server.app.database.db.updateTable('page_key_change').set({ changed_at: server.clock.now() }).execute();
    [ana, bob, cleo] = ['ana', 'bob', 'cleo'].map((handle) => new Employee(server, handle)) as [
      Employee,
      Employee,
      Employee,
    ];
    await server.app.services.subjects.moves.refold();
  });
  after(async () => {
    await server.close();
    await database.drop();
  });

  const texts = async (key: string) =>
    (await ana.page(key, 'comments { nodes { body { source } } }')).comments.nodes.map(
      ({ body }: Answer) => (body?.source ?? '') as string,
    );

  const repliesAt = async (key: string) =>
    (await ana.page(key, 'comments { nodes { comments { nodes { body { source } } } } }')).comments.nodes.flatMap(
      ({ comments }: Answer) => comments.nodes.map(({ body }: Answer) => body.source as string),
    ) as string[];
  const postsAt = async (key: string) =>
    (await ana.wall(`page:${key}`, 'first: 20', 'body { source }')).posts.nodes.map(
      ({ body }: Answer) => (body?.source ?? '') as string,
    ) as string[];

  it('keeps what was written where the form of an address has changed, with its likes, replies and wall', async () => {
    for (const [asked, key, names] of [
      ['/news//4', '/news/4', ['twoSlashes', 'oneSlash']],
      ['/news/4', '/news/4', ['twoSlashes', 'oneSlash']],
      ['/café', '/caf%C3%A9', ['decomposed', 'composed']],
      ['/cafe\u0301', '/caf%C3%A9', ['decomposed', 'composed']],
      ['/hr/', '/hr', ['aspx']],
      ['/hr/Default.aspx', '/hr', ['aspx']],
      ['/it/index.html', '/it', ['html']],
      ["/l'atelier", "/l'atelier", ['escaped']],
    ] as const) {
      const page = await ana.page(home + asked);
      const expected = names.map((name) => `first of ${name}`);
      assert.deepEqual((await texts(home + asked)).toSorted(), expected.toSorted(), asked);
      assert.deepEqual([page.key, page.commentCount, page.reactionCount], [home + key, 2 * names.length, 1], asked);
      assert.deepEqual((await repliesAt(home + asked)).toSorted(), names.map((name) => `reply of ${name}`).toSorted());
    }
    assert.deepEqual(await texts('canteen'), ['first of canteen']);
    assert.deepEqual(await postsAt(`${home}/hr/Default.aspx`), ['post of aspx']);
    assert.deepEqual((await postsAt(`${home}/news//4`)).toSorted(), [
      'post of oneSlash',
      'post of twoSlashes',
      'post with comments',
    ]);
  });

  it('keeps edits, tombstones, deep threads and what had moved', async () => {
    for (const asked of ['/plain', '/moved']) {
      assert.deepEqual(await texts(home + asked), ['first of plain', 'after it was edited', '', 'level 0'], asked);
      const { commentCount, reactionCount } = await ana.page(home + asked);
      assert.deepEqual([commentCount, reactionCount], [11, 2], asked);
    }
    const [, edited, gone, deep] = (await ana.page(`${home}/plain`, `comments(first: 4) { nodes { ${thread(7)} } }`))
      .comments.nodes;
    assert.ok(edited.editedAt);
    assert.ok(gone.deletedAt);
    assert.equal(gone.comments.nodes[0].body.source, 'reply of a deleted one');
    assert.match(JSON.stringify(deep), /"level 6"/);
  });

  it('forgets the addresses of first readers, and keeps the titles', async () => {
    const { url, title } = await ana.page(`${home}/plain`);

    assert.deepEqual([url, title], [`${home}/plain`, `Title of /plain`]);
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
    assert.deepEqual(await texts(`${home}/lang?l=fr`), ['first of lang']);

    await ana.comment(page.id, 'a new one');

    assert.deepEqual(await texts(`${home}/lang?l=fr`), ['first of lang', 'a new one']);
    // A tab that was loaded before names the page as it did.
    assert.deepEqual(await texts(`${home}/lang`), ['first of lang', 'a new one']);
  });

  it('lets no reader take the discussion from the page that had it, by addresses that they think of', async () => {
    const nobody = new Employee(server, null);
    for (let number = 0; number < 20; number++) {
      for (const reader of [bob, nobody, cleo]) await reader.page(`${home}/lang?l=${number}`);
      await bob.page(`${home}/lang?made-up`);
    }

    assert.deepEqual(await texts(`${home}/lang?l=fr`), ['first of lang', 'a new one']);
    assert.deepEqual(await texts(`${home}/lang?made-up`), []);
    assert.deepEqual(await server.app.services.subjects.moves.ambiguous(), []);
  });

  it('leads the one route of a page that was seen, and the start page of a site, to what stood there', async () => {
    assert.deepEqual(await texts(`${home}/desk#/orders`), ['first of oneRoute']);
    assert.deepEqual(await texts(`${home}/?page_id=7`), ['first of start']);
    assert.deepEqual(await postsAt(`${home}/?page_id=7`), ['post of start']);
  });

  it('leaves the discussion under a former key that several pages had, names it, and lets it be moved', async () => {
    const { moves } = server.app.services.subjects;
    const [blog, app] = [
      ['first of blog1', 'first of blog2'],
      ['first of route1', 'first of route2'],
    ];
    for (const key of ['/blog?p=1', '/blog?p=2', '/app#/news/1', '/app#!/news/2'])
      for (const reader of [ana, bob, cleo]) await reader.page(home + key);

    for (const key of ['/blog?p=1', '/blog?p=2', '/blog?p=3', '/app#/news/1'])
      assert.deepEqual(await texts(home + key), []);
    assert.deepEqual([await texts(`${home}/blog`), await texts(`${home}/app`)], [blog, app]);
    assert.deepEqual(await moves.ambiguous(), [
      { key: `${home}/app`, comments: 4, reactions: 1, pages: [`${home}/app#!/news/2`, `${home}/app#/news/1`] },
      { key: `${home}/blog`, comments: 4, reactions: 1, pages: [`${home}/blog?p=1`, `${home}/blog?p=2`] },
    ]);
    assert.deepEqual((await runCommand('alias', '--ambiguous')).lines, [
      `${home}/app (4 comments, 1 reaction), among others of`,
      `  ${home}/app#!/news/2`,
      `  ${home}/app#/news/1`,
      `${home}/blog (4 comments, 1 reaction), among others of`,
      `  ${home}/blog?p=1`,
      `  ${home}/blog?p=2`,
    ]);
    assert.ok(server.logged.some(({ page, msg }) => page === `${home}/blog` && /--ambiguous/.test(msg)));

    await server.app.services.subjects.alias(`${home}/blog`, `${home}/blog?p=2`);

    assert.deepEqual(await texts(`${home}/blog?p=2`), blog);
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
