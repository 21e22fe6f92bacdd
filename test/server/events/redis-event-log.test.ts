import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pino } from 'pino';
import type { ParvisEvent } from '../../../server/src/events/event.ts';
import { connectRedis } from '../../../server/src/platform/redis/redis-connection.ts';
import { closeRedisLogs, events, Follower, openRedisLog, subjects } from '../../support/server/event-log-follower.ts';
import { until } from '../../support/server/until.ts';
import { redisMissing, startRedis } from '../../support/services/redis.ts';
import type { Service } from '../../support/services/service.ts';
import { TcpProxy } from '../../support/services/tcp-proxy.ts';

let redis: Service;

describe('an event log in Redis, beside others', { skip: await redisMissing() }, () => {
  beforeEach(async () => {
    redis = await startRedis({ durable: true });
  });
  afterEach(async () => {
    await closeRedisLogs();
    await redis.stop();
  });

  it('tells all processes the same, in the same order', async () => {
    const [one, other] = [await openRedisLog(redis.url), await openRedisLog(redis.url)];
    const followers = [new Follower(one), new Follower(other)];

    await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 ? one : other).append(events(index * 10, 10))),
    );

    for (const follower of followers) await follower.has(500);
    assert.deepEqual(followers[0]!.told, followers[1]!.told);
    assert.equal(new Set(followers[0]!.subjects).size, 500);
    const cursor = followers[0]!.told[250]!.cursor;
    assert.deepEqual(await one.since(cursor), await other.since(cursor));
  });

  it('knows what came before it was opened', async () => {
    const first = await openRedisLog(redis.url);
    const follower = new Follower(first);
    const start = first.cursor;
    await first.append(events(1, 5));
    await follower.has(5);

    const late = await openRedisLog(redis.url);

    assert.deepEqual(subjects(await late.since(start)), ['1', '2', '3', '4', '5']);
    assert.deepEqual(subjects(await late.since(follower.told[2]!.cursor)), ['4', '5']);
    assert.equal(await late.since('1700000000000-0'), null);
  });

  it('tells an event once that was put in twice', async () => {
    const log = await openRedisLog(redis.url);
    const follower = new Follower(log);
    const [twice, last] = events(1, 2) as [ParvisEvent, ParvisEvent];

    await log.append([twice]);
    await log.append([twice, last]);

    await follower.has(2);
    assert.deepEqual(follower.subjects, ['1', '2']);
  });

  it('goes on without loss where the connection was cut', async () => {
    const proxy = await TcpProxy.start(Number(new URL(redis.url).port));
    try {
      const far = await openRedisLog(`redis://127.0.0.1:${proxy.port}`);
      const near = await openRedisLog(redis.url);
      const follower = new Follower(far);
      for (let cut = 0; cut < 5; cut += 1) {
        await near.append(events(cut * 10, 10));
        const { accepted } = proxy;
        proxy.cut(cut % 2 ? 'end' : 'reset');
        await until(() => proxy.accepted > accepted);
      }

      await follower.has(50);
      assert.deepEqual(
        follower.subjects,
        Array.from({ length: 50 }, (_, index) => `${index}`),
      );
      assert.deepEqual(follower.gaps, []);
    } finally {
      proxy.close();
    }
  });

  for (const [what, happens] of [
    ['was killed and started again', async () => (await redis.kill(), await redis.start())],
    ['was emptied', async () => sendToRedis('FLUSHALL')],
  ] as const) {
    it(`tells of a gap where Redis ${what}`, async () => {
      const [one, other] = [await openRedisLog(redis.url), await openRedisLog(redis.url)];
      const followers = [new Follower(one), new Follower(other)];
      await one.append(events(1, 3));
      for (const follower of followers) await follower.has(3);
      const before = one.cursor;

      await happens();

      for (const follower of followers) await until(() => follower.gaps.length > 0);
      await until(() => one.connected && other.connected);
      assert.equal(await one.since(before), null);
      assert.equal(await other.since(before), null);
      assert.equal(await (await openRedisLog(redis.url)).since(before), null);
      await one.append(events(4, 2));
      for (const follower of followers) await follower.has(5);
      assert.deepEqual(followers[1]!.subjects, ['1', '2', '3', '4', '5']);
    });
  }

  it('tells of a gap where it is too slow for what comes', async () => {
    const log = await openRedisLog(redis.url, 100);
    const follower = new Follower(log);

    await log.append(events(1, 1_000));

    await until(() => follower.gaps.length > 0 && log.cursor === follower.told.at(-1)?.cursor);
    assert.equal(follower.subjects.at(-1), '1000');
  });

  it('takes nothing while Redis is away, and goes on when it is back', async () => {
    const log = await openRedisLog(redis.url);
    const follower = new Follower(log);
    await redis.kill();
    await until(() => !log.connected);

    await assert.rejects(log.append(events(1, 1)));

    await redis.start();
    await until(() => log.connected);
    await log.append(events(2, 1));
    await follower.has(1);
    assert.deepEqual(follower.subjects, ['2']);
  });
});

/** Over a connection of its own. */
async function sendToRedis(command: string): Promise<void> {
  const connection = connectRedis(redis.url, 'test', pino({ level: 'silent' }));
  await connection.call(command);
  connection.disconnect();
}
