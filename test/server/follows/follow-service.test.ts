import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Follower, FollowLevel, FollowService, FollowSource } from '../../../server/src/modules/follows/index.ts';
import { localIdOf, type RowId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { codes, type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';

const day = 24 * 60 * 60 * 1000;

describe('followers, for other modules', () => {
  let intranet: Intranet;
  let follows: FollowService;
  let ids: Record<'ana' | 'bob' | 'cleo' | 'adam', RowId>;
  beforeEach(async () => {
    intranet = await startIntranet();
    ({ follows } = intranet.server.app.services);
    const { db } = intranet.server.app.database;
    const people = await db.selectFrom('person').select(['handle', 'id']).execute();
    ids = Object.fromEntries(people.map(({ handle, id }) => [handle, id])) as typeof ids;
  });
  afterEach(() => intranet.close());

  const db = () => intranet.server.app.database.db;
  const set = async (who: Employee, sourceId: string, level: FollowLevel | null) =>
    assert.deepEqual(codes(await who.client.attempt('setFollow', { sourceId, level }, 'source { id }')), []);
  const ensure = (people: RowId[], source: FollowSource) =>
    intranet.server.app.database.transaction((trx) => follows.ensure(trx, people, source, 5));
  const person = (id: RowId): FollowSource => ({ type: 'Person', id });
  const rows = () => db().selectFrom('follow').select(['person_id', 'source_id', 'level', 'origin']).execute();
  const levels = (followers: readonly Follower[]) => followers.map(({ personId, level }) => [personId, level]);

  /** The row of a page that is there. */
  async function page(key: string): Promise<FollowSource & { globalId: string }> {
    const found = await intranet.ana.page(key);
    await intranet.ana.comment(found.id, 'A comment');
    const { id } = await db().selectFrom('page').select('id').where('key', '=', key).executeTakeFirstOrThrow();
    return { type: 'Page', id, globalId: found.id };
  }

  it('are added where they took part, and keep what they chose', async () => {
    const news = await page('news');
    await set(intranet.bob, news.globalId, 'NONE');

    assert.deepEqual(await ensure([ids.ana, ids.bob, ids.ana], news), [ids.ana]);
    assert.deepEqual(await ensure([ids.ana], news), []);
    assert.deepEqual(levels(await follows.followers(db(), [news], { after: null, limit: 10 })).sort(), [
      [ids.ana, 'ALL'],
      [ids.bob, 'NONE'],
    ].sort()); // prettier-ignore
    assert.deepEqual((await intranet.ana.client.query('{ viewer { follows { totalCount } } }')).viewer.follows, {
      totalCount: 0,
    });

    // What was automatic is chosen as soon as it is confirmed.
    await set(intranet.ana, news.globalId, 'ALL');
    const { follows: listed } = (await intranet.ana.client.query('{ viewer { follows { nodes { level } } } }')).viewer;
    assert.deepEqual(listed.nodes, [{ level: 'ALL' }]);
  });

  it('are walked through in batches, each person with all their rows', async () => {
    const sources = [await page('news'), await page('other'), person(ids.cleo)];
    const expected = new Map<RowId, Set<string>>();
    let at = 0;
    for (const id of [ids.ana, ids.bob, ids.adam]) {
      for (const source of sources.slice(0, 1 + (at++ % 3))) {
        await ensure([id], source);
        expected.set(id, (expected.get(id) ?? new Set()).add(source.id));
      }
    }
    for (const limit of [1, 2, 3, 10]) {
      const found = new Map<RowId, Set<string>>();
      let after: RowId | null = null;
      for (;;) {
        const batch: Follower[] = await follows.followers(db(), sources, { after, limit });
        const people = [...new Set(batch.map(({ personId }) => personId))];
        assert.ok(people.length <= limit);
        assert.deepEqual(people, people.toSorted());
        for (const id of people) assert.ok(!found.has(id), 'nobody comes twice');
        for (const { personId, source } of batch)
          found.set(personId, (found.get(personId) ?? new Set()).add(source.id));
        if (people.length < limit) break;
        after = people.at(-1)!;
      }
      assert.deepEqual(found, new Map([...expected].sort(([a], [b]) => (a < b ? -1 : 1))));
    }
    assert.deepEqual(await follows.followers(db(), [], { after: null, limit: 10 }), []);
  });

  it('have their levels by person', async () => {
    const news = await page('news');
    await ensure([ids.ana, ids.bob], news);
    await ensure([ids.bob], person(ids.cleo));

    const found = await follows.levelsOf(db(), [ids.bob, ids.adam], [news, person(ids.cleo)]);
    assert.deepEqual([...found.keys()], [ids.bob]);
    assert.deepEqual(new Set(found.get(ids.bob)!.map(({ source }) => source.type)), new Set(['Page', 'Person']));
    assert.deepEqual(await follows.levelsOf(db(), [ids.bob], []), new Map());
  });

  it('follow a page where it goes, and of two pages what was chosen, then what is more', async () => {
    const [from, into] = [await page('before'), await page('after')];
    const { ana, bob, cleo, adam } = intranet;
    await set(ana, from.globalId, 'MENTIONS');
    await ensure([ids.ana], into);
    await set(bob, from.globalId, 'MENTIONS');
    await set(bob, into.globalId, 'ANSWERS');
    await ensure([ids.cleo], from);
    await set(cleo, into.globalId, 'NONE');
    await set(adam, from.globalId, 'ALL');

    await intranet.server.app.services.subjects.alias('before', 'after');

    const found = await follows.followers(db(), [into], { after: null, limit: 10 });
    assert.deepEqual(Object.fromEntries(levels(found)), {
      [ids.ana]: 'MENTIONS',
      [ids.bob]: 'ANSWERS',
      [ids.cleo]: 'NONE',
      [ids.adam]: 'ALL',
    });
    assert.equal((await rows()).length, 4);
    assert.equal((await adam.node(from.globalId, '... on Page { viewerFollow }')).viewerFollow, 'ALL');
  });

  it('become those of the person into whom one is merged, who does not follow themselves', async () => {
    const { ana, bob, cleo } = intranet;
    const news = await page('news');
    const [anaId, bobId] = [toGlobalId('Person', ids.ana), toGlobalId('Person', ids.bob)];
    await set(ana, bobId, 'ALL');
    await set(bob, anaId, 'ALL');
    await set(cleo, anaId, 'NONE');
    await set(cleo, bobId, 'MENTIONS');
    await set(intranet.adam, bobId, 'ANSWERS');
    await set(bob, news.globalId, 'ALL');
    await ensure([ids.ana], news);

    const report = await intranet.server.app.services.people.merge('ana', 'bob');

    assert.deepEqual([report['followers'], report['follows']], [3, 2]);
    const all = (await rows()).map(({ person_id, source_id, level }) => [person_id, source_id, level].join());
    assert.deepEqual(
      new Set(all),
      new Set([
        [ids.cleo, ids.ana, 'MENTIONS'].join(),
        [ids.adam, ids.ana, 'ANSWERS'].join(),
        [ids.ana, news.id, 'ALL'].join(),
      ]),
    );
    assert.equal((await ana.node(news.globalId, '... on Page { viewerFollow }')).viewerFollow, 'ALL');
  });

  it('of a post are forgotten with its text', async () => {
    const post = await intranet.ana.post('company', 'Some news');
    await set(intranet.bob, post, 'ALL');
    const source: FollowSource = { type: 'Post', id: localIdOf(post, 'Post') };
    await intranet.ana.mutatePost('deletePost', { postId: post });
    const followers = () => follows.followers(db(), [source], { after: null, limit: 10 });
    const deletedAt = intranet.server.clock.now();

    await follows.purge(deletedAt - day);
    assert.equal((await followers()).length, 1);
    await follows.purge(deletedAt + day);
    assert.deepEqual(await followers(), []);
  });
});
