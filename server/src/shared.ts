import type { Clock } from './platform/clock.ts';
import type { EventLog } from './events/event-log.ts';
import { MemoryEventLog } from './events/memory-event-log.ts';
import { RedisEventLog } from './events/redis-event-log.ts';
import type { Logger } from './platform/log.ts';
import type { RateCounter } from './platform/rate-limit.ts';
import { MemoryRateCounter, RedisRateCounter } from './platform/rate-counters.ts';
import { connectRedis } from './platform/redis/redis-connection.ts';

/** What the processes of one server have in common. */
export interface Shared {
  readonly eventLog: EventLog;
  readonly rateCounter: RateCounter;
  close(): Promise<void>;
}

/** In Redis; in memory where there is one process alone. */
export function createShared(redisUrl: string | null, clock: Clock, logger: Logger): Shared {
  if (redisUrl === null) {
    const eventLog = new MemoryEventLog();
    return { eventLog, rateCounter: new MemoryRateCounter(), close: () => eventLog.close() };
  }
  const eventLog = new RedisEventLog(redisUrl, logger);
  const redis = connectRedis(redisUrl, 'rate limits', logger, { commandTimeout: 500 });
  return {
    eventLog,
    rateCounter: new RedisRateCounter(redis, clock),
    async close() {
      redis.disconnect();
      await eventLog.close();
    },
  };
}
