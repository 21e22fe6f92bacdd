import { pino } from 'pino';
import type { DatabaseConnection } from '../../../server/src/database/connect.ts';
import type { JobHandler, JobKinds } from '../../../server/src/queue/job.ts';
import { type JobOptions, JobQueue } from '../../../server/src/queue/job-queue.ts';
import { JobWorker } from '../../../server/src/queue/job-worker.ts';
import type { TestClock } from './test-clock.ts';

declare module '../../../server/src/queue/job.ts' {
  interface JobKinds {
    testNote: { text: string };
    testOther: { text: string };
  }
}

export type TestKind = 'testNote' | 'testOther';

export interface TestNodeOptions {
  concurrency?: number;
  handlers: Partial<Record<TestKind | 'testHourly', Partial<JobHandler<JobKinds['testNote']>>>>;
}

/** A process that does jobs, as far as the database can tell: its queue and its worker are its own. */
export class TestNode {
  readonly queue: JobQueue;
  readonly worker: JobWorker;
  /** Kind and outcome of each run. */
  readonly outcomes: string[] = [];
  readonly logged: Record<string, unknown>[] = [];
  readonly #database: DatabaseConnection;

  constructor(database: DatabaseConnection, clock: TestClock, { concurrency = 4, handlers }: TestNodeOptions) {
    this.#database = database;
    this.queue = new JobQueue(database, clock);
    this.worker = new JobWorker({
      queue: this.queue,
      handlers: new Map(Object.entries(handlers).map(([kind, handler]) => [kind, { parse, run, ...handler }])),
      concurrency,
      clock,
      log: pino({ level: 'debug' }, { write: (line: string) => this.logged.push(JSON.parse(line)) }),
      onRun: (kind, outcome) => this.outcomes.push(`${kind} ${outcome}`),
    });
  }

  /** Looks for jobs that are due now, as it does twice a second. */
  look(): void {
    this.queue.onDue();
  }

  /** Adds a job in a transaction of its own. */
  add(text: string, options?: JobOptions, kind: TestKind = 'testNote'): Promise<void> {
    return this.#database.transaction((trx) => this.queue.add(trx, kind, { text }, options));
  }
}

function parse(payload: unknown): JobKinds['testNote'] {
  const { text } = payload as { text?: unknown };
  if (typeof text !== 'string') throw new Error('text: it must be a string');
  return { text };
}

async function run(): Promise<void> {}
