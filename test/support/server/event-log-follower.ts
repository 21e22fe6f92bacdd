import { pino } from 'pino';
import type { LoggedEvent, ParvisEvent } from '../../../server/src/events/event.ts';
import type { EventLog } from '../../../server/src/events/event-log.ts';
import { RedisEventLog } from '../../../server/src/events/redis-event-log.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { until } from './until.ts';
import { globalId } from './ids.ts';

export const happened = (subject: string): ParvisEvent => ({
  id: newId(),
  type: 'CommentAdded',
  topics: [globalId('page')],
  subject: globalId(subject),
  people: [],
});

export const events = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => happened(`${from + index}`));

export const subjects = (logged: readonly LoggedEvent[] | null) =>
  logged?.map(({ event: { subject } }) => subject) ?? null;

/** Writes down what a log tells. */
export class Follower {
  readonly told: LoggedEvent[] = [];
  readonly gaps: string[] = [];
  readonly stop: () => void;

  constructor(log: EventLog) {
    this.stop = log.follow({ event: (logged) => this.told.push(logged), gap: (cursor) => this.gaps.push(cursor) });
  }

  get subjects(): string[] {
    return subjects(this.told)!;
  }

  async has(count: number): Promise<void> {
    await until(() => this.told.length >= count);
  }
}

const silent = pino({ level: 'silent' });
const opened: RedisEventLog[] = [];

/** A log in Redis that reads what comes, until `closeRedisLogs`. @param capacity - How many events are kept. */
export async function openRedisLog(url: string, capacity?: number): Promise<RedisEventLog> {
  const log = new RedisEventLog(url, silent, { capacity });
  opened.push(log);
  log.follow({ event() {}, gap() {} });
  await until(() => log.connected);
  return log;
}

export async function closeRedisLogs(): Promise<void> {
  for (const log of opened.splice(0)) await log.close();
}
