import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { askToFollow, follow } from '../../support/server/follow.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { onPostgres, createTestDatabase, type TestDatabase } from '../../support/server/test-database.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';
import { redisMissing, startRedis } from '../../support/services/redis.ts';
import type { Service } from '../../support/services/service.ts';
import { rowId } from '../../support/server/ids.ts';

const news = toGlobalId('Page', 'news');

describe('two servers on one database and one Redis', { skip: await redisMissing() }, () => {
  let redis: Service;
  let database: TestDatabase;
  let near: Intranet;
  let far: TestServer;

  beforeEach(async () => {
    redis = await startRedis();
    database = await sharedDatabase();
    const settings = { DATABASE_URL: database.url, REDIS_URL: redis.url, PARVIS_ANONYMOUS: 'none' };
    near = await startIntranet(settings);
    far = await startTestServer(settings);
    for (const { app } of [near.server, far]) {
      app.start();
      await until(() => app.events.log.connected);
    }
  });
  afterEach(async () => {
    await near.close();
    await far.close();
    await database.drop();
    await redis.stop();
  });

  it('tell the readers of both what happens at either', async () => {
    const readers = [await follow(near.bob.client, [news]), await follow(far.as('bob'), [news])];

    const comment = await near.ana.comment(news, 'Here');
    // Of two servers, either may be the first in the log.
    for (const reader of readers) await reader.have(1);
    const { setReaction } = await far
      .as('cleo')
      .query(
        `mutation { setReaction(input: {idempotencyKey: "12345678", subjectId: "${comment}", content: LIKE}) { subject { reactionCount } } }`,
      );

    assert.equal(setReaction.subject.reactionCount, 1);
    for (const reader of readers) {
      const [added, reacted] = await reader.have(2);
      assert.equal(added.comment.body.text, 'Here');
      assert.equal(reacted.reactable.reactionCount, 1);
    }
    assert.deepEqual(
      readers[0]!.events.map(({ cursor }) => cursor),
      readers[1]!.events.map(({ cursor }) => cursor),
    );
  });

  it('let a reader go from one to the other without loss', async () => {
    const before = await follow(near.bob.client, [news]);
    await near.ana.comment(news, 'One');
    const [one] = await before.have(1);
    near.server.app.drain();
    await before.ended();
    await near.ana.comment(news, 'Two');
    await near.ana.comment(news, 'Three');

    const after = await follow(far.as('bob'), [news], { after: one.cursor });

    await near.ana.comment(news, 'Four');
    const events = await after.have(3);
    assert.deepEqual(
      events.map(({ comment }) => comment.body.text),
      ['Two', 'Three', 'Four'],
    );
    assert.ok(!after.types.includes('Resync'));
  });

  it('end the stream of somebody who leaves, at both', async () => {
    const readers = [await follow(near.bob.client, [news]), await follow(far.as('bob'), [news])];
    const { db } = near.server.app.database;
    const { id } = await db.selectFrom('person').select('id').where('handle', '=', 'bob').executeTakeFirstOrThrow();
    await db.updateTable('person').set({ status: 'DEPARTED' }).where('id', '=', id).execute();

    const subject = toGlobalId('Person', id);
    await near.server.app.events.log.append([
      { id: rowId('x'), type: 'RightsChanged', topics: [], subject, people: [] },
    ]);

    for (const reader of readers) {
      await reader.ended();
      assert.equal(reader.errors[0]!.extensions.code, 'UNAUTHENTICATED');
    }
  });

  it('end the streams of somebody whom an administrator deactivates at one, at both within two seconds', async () => {
    const readers = [await follow(near.bob.client, [news]), await follow(far.as('bob'), [news])];
    const { id } = (await near.server.app.services.people.identify({ handle: 'bob' }))!.person;
    const before = performance.now();

    const { userErrors } = await near.adam.client.attempt(
      'deactivatePerson',
      { personId: toGlobalId('Person', id) },
      'person { id }',
    );
    await Promise.all(readers.map((reader) => reader.ended()));

    assert.equal((await askToFollow(far.as('bob'), [news])).status, 401);
    assert.ok(performance.now() - before < 2_000);
    assert.deepEqual(userErrors, []);
    for (const reader of readers) assert.equal(reader.errors[0]!.extensions.code, 'UNAUTHENTICATED');
  });

  it('tell everybody to read again where Redis lost what it had, and go on', async () => {
    const readers = [await follow(near.bob.client, [news]), await follow(far.as('bob'), [news])];
    await redis.kill();
    await until(() => !near.server.app.events.log.connected && !far.app.events.log.connected);

    await near.ana.comment(news, 'Meanwhile');
    await redis.start();

    for (const reader of readers) await until(() => reader.types.includes('Resync'));
    await near.ana.comment(news, 'Afterwards');
    for (const reader of readers) await until(() => reader.events.at(-1)?.comment.body.text === 'Afterwards');
  });
});

/** One that two servers can open. */
async function sharedDatabase(): Promise<TestDatabase> {
  if (onPostgres) return createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'parvis-nodes-'));
  return { url: `sqlite:${join(folder, 'parvis.db')}`, drop: () => rm(folder, { recursive: true }) };
}
