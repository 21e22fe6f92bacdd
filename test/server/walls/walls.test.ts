import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { codes, type Intranet, startIntranet } from '../../support/server/intranet.ts';

let intranet: Intranet;

describe('walls', () => {
  before(async () => {
    intranet = await startIntranet({ PARVIS_POST_MAX_LENGTH: '100' });
  });
  after(() => intranet.close());

  it('are the company’s, pages’ and people’s, and make no rows until somebody posts', async () => {
    const { nobody, ana } = intranet;
    const address = 'https://intranet.example.org/team';

    assert.deepEqual((await nobody.wall('company')).key, 'company');
    assert.equal((await nobody.wall(`page:${address}/index.html?utm_source=x`)).key, `page:${address}`);
    const own = await ana.wall('person:Ana');
    assert.deepEqual([own.key, own.person.handle], ['person:ana', 'ana']);
    for (const key of ['person:nobody-of-this-name', 'person:', 'page:', 'group:x', '', 'companyx'])
      assert.equal(await ana.wall(key), null, key);
    const { errors } = await ana.client.send('{ wall(key: "page:https://elsewhere.example/") { id } }');
    assert.equal(errors?.[0]?.extensions?.code, 'INVALID');
    assert.deepEqual(await intranet.server.app.database.db.selectFrom('wall').selectAll().execute(), []);

    const id = await ana.post('person:ana');
    const after = await ana.node(own.id, '... on Wall { key posts { nodes { id wall { key } } } }');
    assert.deepEqual([after.key, after.posts.nodes], ['person:ana', [{ id, wall: { key: 'person:ana' } }]]);
    assert.equal((await ana.client.query('{ person(handle: "ana") { wall { id } } }')).person.wall.id, own.id);
  });

  it('take posts of everybody, a person’s own only of that person', async () => {
    const { ana, bob, adam, nobody } = intranet;
    for (const key of ['company', 'page:team']) {
      assert.deepEqual(codes(await bob.addPost(key)), []);
      assert.deepEqual(codes(await nobody.addPost(key)), ['UNAUTHENTICATED']);
      assert.deepEqual([(await bob.wall(key)).viewerCanPost, (await nobody.wall(key)).viewerCanPost], [true, false]);
    }
    assert.deepEqual(
      [codes(await bob.addPost('person:ana')), codes(await adam.addPost('person:ana'))],
      [['FORBIDDEN'], ['FORBIDDEN']],
    );
    assert.deepEqual(
      [(await bob.wall('person:ana')).viewerCanPost, (await ana.wall('person:ana')).viewerCanPost],
      [false, true],
    );
    assert.deepEqual(codes(await ana.addPost('group:none')), ['NOT_FOUND']);
    assert.deepEqual(codes(await ana.addPost('company', ' ')), ['EMPTY']);
    assert.deepEqual(codes(await ana.addPost('company', 'a'.repeat(101))), ['TOO_LONG']);
  });
});
