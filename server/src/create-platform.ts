import { AuditLog } from './audit/audit-log.ts';
import type { Config } from './config.ts';
import { defaultReaders } from './platform/audience.ts';
import { answers } from './database/answers.ts';
import { connect } from './database/connect.ts';
import { Idempotency } from './database/idempotency.ts';
import { isOutage } from './database/outage.ts';
import { watchWrites } from './database/write-watch.ts';
import type { EventType } from './events/event.ts';
import { EventHub } from './events/event-hub.ts';
import { LogWithReaders } from './events/log-with-readers.ts';
import { Outbox } from './events/outbox.ts';
import { OutboxRelay } from './events/outbox-relay.ts';
import { CrossOrigin } from './http/cross-origin.ts';
import { Readiness } from './http/readiness.ts';
import { measured } from './metrics/database-metrics.ts';
import { addEventMetrics } from './metrics/event-metrics.ts';
import { Metrics } from './metrics/metrics.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { createLog, type Logger } from './platform/log.ts';
import { RateLimit } from './platform/rate-limit.ts';
import { Secrets } from './platform/secrets.ts';
import { SparingWarnings } from './platform/sparing-warnings.ts';
import { JobInspector } from './queue/job-inspector.ts';
import { JobQueue } from './queue/job-queue.ts';
import { createShared } from './shared.ts';

export interface PlatformOptions {
  clock?: Clock | undefined;
  log?: Logger | undefined;
  /** The types of events of which many of one subject in a short time are told as one. */
  gathered: ReadonlySet<EventType>;
  /** Those after which people may have to be told something. */
  noticed: ReadonlySet<EventType>;
}

/** What stands below the modules and knows none of them. */
export type RunningPlatform = ReturnType<typeof createPlatform>;

/** Opens the database and nothing else. */
export function createPlatform(config: Config, options: PlatformOptions) {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog(config.logLevel);
  const metrics = new Metrics();
  let failed!: (error: Error) => void;
  /** Why this process cannot go on, and has to be started again; pending as long as it can. */
  const failure = new Promise<Error>((resolve) => (failed = resolve));
  const connection = connect(config.databaseUrl, {
    poolSize: config.databasePool,
    onError: (error) => log.warn({ err: error }, 'a connection to the database ended'),
    onDamage: failed,
  });
  const { database, takesWrites } = watchWrites(measured(connection, metrics));
  const shared = createShared(config.redisUrl, clock, log);
  const eventLog = new LogWithReaders(shared.eventLog, defaultReaders(config));
  const hub = new EventHub({ log: eventLog, clock, logger: log });
  const audit = new AuditLog(database, clock);
  const queue = new JobQueue(database, clock);
  const relay = new OutboxRelay({ queue, database, log: eventLog, clock, logger: log, gathered: options.gathered });
  addEventMetrics(metrics, { log: eventLog, streams: hub.figures, waiting: () => relay.backlog });
  const readiness = new Readiness([
    { trouble: 'the database does not answer', essential: true, passes: () => answers(database) },
    { trouble: 'the database takes no writes: its disk may be full', essential: false, passes: takesWrites },
    { trouble: 'events come late: Redis does not answer', essential: false, passes: () => eventLog.connected },
  ]);
  return {
    config,
    clock,
    log,
    database,
    idempotency: new Idempotency(database, clock),
    outbox: new Outbox(relay, queue, options.noticed),
    audit,
    queue,
    jobs: new JobInspector(database, clock, audit),
    secrets: new Secrets(config.secrets, clock),
    warnings: new SparingWarnings(clock, log),
    metrics,
    crossOrigin: new CrossOrigin(config.origins),
    shared,
    rateLimit: new RateLimit(config.rateLimit, shared.rateCounter),
    hub,
    relay,
    readiness,
    isOutage,
    failure,
  };
}
