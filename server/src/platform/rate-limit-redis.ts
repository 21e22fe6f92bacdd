import type { Redis } from 'ioredis';
import type { Clock } from './clock.ts';
import { type RateCounter, rateWindow } from './rate-limit.ts';

/** How long Redis is left alone after it did not answer, in milliseconds: nobody should wait for it at each write. */
const respite = 5_000;

/** Counts in Redis, for all processes together; while that cannot be reached, in each. */
export class RedisRateCounter implements RateCounter {
  readonly #redis: Redis;
  readonly #alone: RateCounter;
  readonly #clock: Clock;
  #aloneUntil = 0;

  /** @param alone - Counts where Redis does not. */
  constructor(redis: Redis, alone: RateCounter, clock: Clock) {
    this.#redis = redis;
    this.#alone = alone;
    this.#clock = clock;
  }

  async count(key: string, times = 1): Promise<number> {
    const now = this.#clock.now();
    if (now < this.#aloneUntil) return this.#alone.count(key, times);
    const name = `{parvis}:rate:${Math.floor(now / rateWindow)}:${key}`;
    try {
      const results = await this.#redis
        .multi()
        .incrby(name, times)
        .pexpire(name, 2 * rateWindow)
        .exec();
      const [error, count] = results![0]!;
      if (error) throw error;
      return count as number;
    } catch {
      // The connection says itself that it is lost.
      this.#aloneUntil = now + respite;
      return this.#alone.count(key, times);
    }
  }
}
