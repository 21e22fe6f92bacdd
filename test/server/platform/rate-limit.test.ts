import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { ANONYMOUS, viewerOf } from '../../../server/src/platform/viewer.ts';
import { callerOf } from '../../../server/src/platform/caller.ts';
import type { Refusal } from '../../../server/src/platform/refusal.ts';
import { RateLimit } from '../../../server/src/platform/rate-limit.ts';
import { createShared, type Shared } from '../../../server/src/shared.ts';
import { TestClock } from '../../support/server/test-clock.ts';
import { aMinuteLater } from '../../support/server/minute-later.ts';
import { redisMissing, startRedis } from '../../support/services/redis.ts';
import type { Service } from '../../support/services/service.ts';
import { TcpProxy } from '../../support/services/tcp-proxy.ts';
import { rowId } from '../../support/server/ids.ts';

const ana = callerOf(
  viewerOf({ person: { id: rowId('ana'), handle: 'ana', name: 'Ana' }, role: 'EMPLOYEE', kind: 'EMPLOYEE' }),
  '192.0.2.1',
  2,
);
const site = callerOf(ANONYMOUS, '192.0.2.1', 2);
const refused = { code: 'RATE_LIMITED' };

let redis: Service;
const kinds = [
  { name: 'in memory', skip: false, url: () => null, later: aMinuteLater },
  { name: 'in Redis', skip: await redisMissing(), url: () => redis.url, later: onceCountsEnd },
] as const;

for (const { name, skip, url, later } of kinds) {
  describe(`a rate limit ${name}`, { skip }, () => {
    let clock: TestClock;
    let shared: Shared;
    before(async () => {
      if (name === 'in Redis') redis = await startRedis();
    });
    after(async () => {
      if (name === 'in Redis') await redis.stop();
    });
    beforeEach(() => {
      clock = new TestClock();
      shared = createShared(url(), clock, pino({ level: 'silent' }));
    });
    afterEach(async () => {
      await shared.close();
      if (name === 'in Redis') await redis.restart();
    });

    it('refuses what is too much for a minute, by caller and field', async () => {
      const limit = new RateLimit(3, shared.rateCounter);
      for (let call = 0; call < 3; call += 1) await limit.take(ana, 'addComment');

      await assert.rejects(limit.take(ana, 'addComment'), refused);
      await limit.take(ana, 'setReaction');
      await limit.take(site, 'addComment');

      assert.equal(limit.refusals, 1);
      const refusal = await limit.take(ana, 'addComment').catch((error: unknown) => error as Refusal);
      assert.ok(refusal!.retryAfter! > 50 && refusal!.retryAfter! <= 60, `${refusal!.retryAfter}`);
      assert.ok(refusal!.message.includes(`in ${refusal!.retryAfter} seconds`), refusal!.message);
      await later(() => limit.take(ana, 'addComment'));
    });

    it('adds up what counts for several, also of calls at once', async () => {
      const { rateCounter } = shared;

      const counts = await Promise.all([
        rateCounter.count('ana', 5),
        rateCounter.count('ana'),
        rateCounter.count('bo', 2),
      ]);

      assert.deepEqual(
        counts.map(({ times }) => times),
        [5, 6, 2],
      );
      assert.equal((await rateCounter.count('ana', 3)).times, 9);
      assert.equal((await later(() => rateCounter.count('ana', 4))).times, 4);
    });

    it('lets an address have the limits of several people, since many share it', async () => {
      const limit = new RateLimit(3, shared.rateCounter);
      for (let call = 0; call < 6; call += 1) await limit.take(site, 'people');

      await assert.rejects(limit.take(site, 'people'), refused);
      await limit.take({ ...site, key: 'address 192.0.2.2' }, 'people');
    });

    it('refuses nothing where there is none', async () => {
      const limit = new RateLimit(0, shared.rateCounter);
      for (let call = 0; call < 1_000; call += 1) await limit.take(ana, 'addComment');
    });
  });
}

describe('a rate limit of several processes', { skip: await redisMissing() }, () => {
  it('counts for all of them together, and for each while Redis is away', async () => {
    const clock = new TestClock();
    redis = await startRedis();
    const processes = [1, 2].map(() => createShared(redis.url, clock, pino({ level: 'silent' })));
    const [one, other] = processes.map(({ rateCounter }) => new RateLimit(3, rateCounter)) as [RateLimit, RateLimit];
    try {
      await one.take(ana, 'addComment');
      await other.take(ana, 'addComment');
      await one.take(ana, 'addComment');
      await assert.rejects(other.take(ana, 'addComment'), refused);

      await redis.kill();
      for (let call = 0; call < 3; call += 1) await other.take(ana, 'addComment');
      await assert.rejects(other.take(ana, 'addComment'), refused);
      await one.take(ana, 'addComment');
    } finally {
      for (const { close } of processes) await close();
      await redis.stop();
    }
  });

  for (const [what, fail] of [
    ['never answers', (proxy: TcpProxy) => proxy.stall('answers')],
    ['answers late', (proxy: TcpProxy) => (proxy.delay = 1_000)],
  ] as const) {
    it(`waits once for a Redis that ${what}, and asks it again after a while`, async () => {
      const clock = new TestClock();
      redis = await startRedis();
      const proxy = await TcpProxy.start(Number(new URL(redis.url).port));
      const { rateCounter, close } = createShared(`redis://127.0.0.1:${proxy.port}`, clock, pino({ level: 'silent' }));
      try {
        const count = async () => (await rateCounter.count('ana')).times;
        for (const times of [1, 2, 3]) assert.equal(await count(), times);

        fail(proxy);
        const start = performance.now();
        for (let times = 1; times <= 20; times += 1) assert.equal(await count(), times);
        const waited = performance.now() - start;
        proxy.delay = 0;
        proxy.resume();
        // What it counts itself goes on from 20.
        let again = 21;
        while (again > 20) {
          clock.advance(5_000);
          again = await count();
        }

        // To wait for each would take ten seconds.
        assert.ok(waited < 5_000, `${waited} ms`);
        // What Redis heard it has counted, though nobody waited for the answer.
        assert.ok(again >= 4, `${again}`);
      } finally {
        await close();
        proxy.close();
        await redis.stop();
      }
    });
  }
});

/** Does the work once Redis has forgotten what it counted, which it does by itself within a minute. */
async function onceCountsEnd<T>(work: () => Promise<T>): Promise<T> {
  const client = new Redis(redis.url);
  try {
    const keys = await client.keys('{parvis}:rate:*');
    assert.notEqual(keys.length, 0);
    for (const key of keys) {
      const left = await client.pttl(key);
      assert.ok(left > 0 && left <= 60_000, `${key} ends in ${left} ms`);
      await client.pexpire(key, 0);
    }
  } finally {
    client.disconnect();
  }
  return work();
}
