import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../log.ts';

const longestPause = 2_000;

/**
 * A connection to Redis that is made when it is first used, and again whenever it is lost. What becomes of it is logged
 * once, not at each attempt.
 */
export function connectRedis(url: string, purpose: string, logger: Logger, options: RedisOptions = {}): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    // Streams are answered as maps by the third protocol, and as lists by that of all versions.
    protocol: 2,
    connectionName: `parvis ${purpose}`,
    connectTimeout: 5_000,
    // A connection that waits for events hears of its end when its wait is over: a process that stops does not wait for that.
    disconnectTimeout: 100,
    maxRetriesPerRequest: 1,
    autoResendUnfulfilledCommands: false,
    retryStrategy: pauseBefore,
    ...options,
  });
  let lost = false;
  redis.on('error', (error) => {
    if (!lost) logger.warn({ err: error, purpose }, 'Redis cannot be reached');
    lost = true;
  });
  redis.on('ready', () => {
    if (lost) logger.info({ purpose }, 'Redis can be reached again');
    lost = false;
  });
  return redis;
}

/** @param attempt - From 1 on. */
export function pauseBefore(attempt: number): number {
  return Math.min(50 * 2 ** Math.min(attempt, 10), longestPause) * (0.5 + Math.random() / 2);
}
