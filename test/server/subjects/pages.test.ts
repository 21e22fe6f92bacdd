import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { statementsDuring } from '../../support/server/statements.ts';

const address = 'https://intranet.example.org/news/';
let intranet: Intranet;

async function count(table: 'page' | 'subject' | 'wall'): Promise<number> {
  const { db } = intranet.server.app.database;
  return Number(
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  );
}

describe('pages', () => {
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  it('answers one for each key in their order, and makes no rows', async () => {
    const keys = [`${address}b?utm_source=mail`, 'canteen', `${address}a/index.html`, `${address}b`];

    const { pages } = await intranet.nobody.client.query(
      'query ($keys: [String!]!) { pages(keys: $keys) { id key title url commentCount reactionCount viewerReaction comments { totalCount } reactions { totalCount } } }',
      { keys },
    );

    assert.deepEqual(
      pages.map(({ key }: Answer) => key),
      [`${address}b`, 'canteen', `${address}a`, `${address}b`],
    );
    assert.deepEqual(
      pages.map(({ url }: Answer) => url),
      [`${address}b`, null, `${address}a`, `${address}b`],
    );
    assert.equal(pages[0].id, pages[3].id);
    assert.deepEqual([await count('page'), await count('subject')], [0, 0]);
  });

  it('answers null with an error at the place of a key that is not taken', async () => {
    const { data, errors } = await intranet.ana.client.send(
      '{ pages(keys: ["a", "https://elsewhere.example/", "b"]) { key } }',
    );

    assert.deepEqual(data.pages, [{ key: 'a' }, null, { key: 'b' }]);
    assert.equal(errors!.length, 1);
    assert.deepEqual(errors![0]!.path, ['pages', 1]);
    assert.equal(errors![0]!.extensions!.code, 'INVALID');
    assert.match(errors![0]!.message, /elsewhere\.example.*PARVIS_ORIGINS/);
  });

  it('reads a hundred keys with their reactions in one statement, and no more than a hundred', async () => {
    const keys = Array.from({ length: 100 }, (_, index) => `page-${index}`);
    const query =
      'query ($keys: [String!]!) { pages(keys: $keys) { commentCount reactionGroups { totalCount } viewerReaction } }';
    for (const key of keys.slice(0, 5)) await intranet.bob.react((await intranet.bob.page(key)).id);
    await intranet.ana.client.query(query, { keys });

    const statements = await statementsDuring(() => intranet.nobody.client.query(query, { keys }));

    assert.equal(statements.length, 1, statements.join('\n'));
    const { errors } = await intranet.ana.client.send(query, { keys: [...keys, 'one-more'] });
    assert.equal(errors![0]!.extensions!.code, 'INVALID');
  });

  it('keeps its id, its title and the address of its key from the first write on', async () => {
    const { id } = await intranet.ana.page(`${address}c`);
    const page = { title: 'The c news', url: `${address}c/?utm_source=mail&PHPSESSID=9f8e&token=secret` };

    await intranet.ana.addComment(id, 'first', { page });
    await intranet.ana.addComment(id, 'second', { page: { title: 'Another title' } });

    const stored = await intranet.ana.page(`${address}c`);
    assert.deepEqual({ ...stored }, { ...stored, id, title: 'The c news', url: `${address}c`, commentCount: 2 });
    assert.deepEqual(await intranet.ana.node(id, '... on Page { commentCount }'), { id, commentCount: 2 });
  });

  it('keeps no address that a client sends, wherever it leads', async () => {
    const { id } = await intranet.ana.page('d');

    for (const url of [
      'https://elsewhere.example/d',
      'javascript:alert(1)',
      `${address}d?token=secret`,
      'https://intranet.example.org@elsewhere.example/',
      'about:srcdoc',
      '',
    ])
      assert.deepEqual((await intranet.ana.react(id, 'LIKE', { page: { title: 'Not d', url } })).userErrors, [], url);

    const { title, url } = await intranet.ana.page('d');
    assert.deepEqual([title, url], [null, null]);
    const rows = await intranet.server.app.database.db.selectFrom('page').select('url').execute();
    assert.deepEqual([...new Set(rows.map((row) => row.url))], [null]);
  });

  it('keeps the whole address of a page whose key is its hash', async () => {
    const long = `${address}${'long/'.repeat(300)}?id=1`;
    const { id, key, url } = await intranet.ana.page(long);
    assert.match(key, /#sha256-/);
    assert.equal(url, null);

    await intranet.ana.addComment(id, 'first', { page: { url: long } });

    const stored = await intranet.bob.page(`${long}&utm_source=mail`);
    assert.deepEqual([stored.id, stored.commentCount], [id, 1]);
    assert.equal(stored.url, long.replace('/?', '?'));
  });

  it('makes one row when many write first at once', async () => {
    const { id } = await intranet.ana.page('rush');
    const before = await count('page');

    await Promise.all(Array.from({ length: 20 }, () => intranet.ana.addComment(id)));

    assert.equal((await count('page')) - before, 1);
    assert.equal((await intranet.ana.page('rush')).commentCount, 20);
  });
});

describe('a server that shows nothing to the signed out', () => {
  it('answers UNAUTHENTICATED to every read', async () => {
    const closed = await startIntranet({ PARVIS_ANONYMOUS: 'none', PARVIS_SIGN_IN_URL: 'https://login.example.org/' });
    const id = await closed.ana.comment((await closed.ana.page('a')).id);

    for (const query of [
      '{ pages(keys: ["a"]) { id } }',
      '{ wall(key: "company") { id } }',
      `{ node(id: "${id}") { id } }`,
    ]) {
      const { data, errors } = await closed.nobody.client.send(query);
      assert.equal(errors?.[0]?.extensions?.code, 'UNAUTHENTICATED', query);
      assert.equal(JSON.stringify(data ?? null).includes(id), false);
    }
    const { userErrors } = await closed.nobody.addComment(id);
    assert.equal(userErrors[0].code, 'UNAUTHENTICATED');
    await closed.close();
  });
});
