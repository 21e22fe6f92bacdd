import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { pino } from 'pino';
import { ANONYMOUS, viewerOf } from '../../../server/src/auth/viewer.ts';
import { callerOf } from '../../../server/src/platform/caller.ts';
import { RateLimit } from '../../../server/src/platform/rate-limit.ts';
import { createShared, type Shared } from '../../../server/src/platform/redis/shared.ts';
import { TestClock } from '../../support/server/test-clock.ts';
import { redisMissing, startRedis } from '../../support/services/redis.ts';
import type { Service } from '../../support/services/service.ts';

const ana = callerOf(viewerOf({ id: 'ana', handle: 'ana', name: 'Ana' }, 'EMPLOYEE'), '192.0.2.1', 2);
const site = callerOf(ANONYMOUS, '192.0.2.1', 2);
const refused = { code: 'RATE_LIMITED' };

let redis: Service;
const kinds = [
  { name: 'in memory', skip: false, url: () => null },
  { name: 'in Redis', skip: await redisMissing(), url: () => redis.url },
] as const;

for (const { name, skip, url } of kinds) {
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
      clock.advance(60_000);
      await limit.take(ana, 'addComment');
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
});
