import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { Clock } from './clock.ts';
import type { Count, RateCounter } from './rate-limit.ts';

/** The minute of a key begins with its first count. The counter only counts: `RateLimit` compares with the limit. */
const minute = { points: 0, duration: 60 };

/** How long Redis is not asked after a timeout, in milliseconds, so that not every write waits for it. */
const respite = 5_000;

/** Counts in this process. */
export class MemoryRateCounter implements RateCounter {
  readonly #limiter = new RateLimiterMemory(minute);

  count(key: string, times = 1): Promise<Count> {
    return counted(this.#limiter, key, times);
  }
}

/**
 * Counts in Redis, for all processes together; while that cannot be reached, in each. The limiter's own insurance would do
 * so too, but asks Redis again at each call, so that each would wait for one that does not answer.
 */
export class RedisRateCounter implements RateCounter {
  readonly #limiter: RateLimiterRedis;
  readonly #alone = new MemoryRateCounter();
  readonly #clock: Clock;
  #aloneUntil = 0;

  constructor(redis: Redis, clock: Clock) {
    this.#limiter = new RateLimiterRedis({ ...minute, storeClient: redis, keyPrefix: '{parvis}:rate' });
    this.#clock = clock;
  }

  async count(key: string, times = 1): Promise<Count> {
    if (this.#clock.now() < this.#aloneUntil) return this.#alone.count(key, times);
    try {
      return await counted(this.#limiter, key, times);
    } catch {
      // The connection says itself that it is lost.
      this.#aloneUntil = this.#clock.now() + respite;
      return this.#alone.count(key, times);
    }
  }
}

async function counted(limiter: RateLimiterAbstract, key: string, times: number): Promise<Count> {
  const { consumedPoints, msBeforeNext } = await limiter.penalty(key, times);
  return { times: consumedPoints, endsIn: msBeforeNext };
}
