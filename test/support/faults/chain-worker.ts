// A node that does jobs until it is killed. Each job is a step of a chain: it writes the step down, and adds the next one.
// Usage: chain-worker.ts DATABASE_URL [last], where the last node adds no more steps.
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { connect } from '../../../server/src/database/connect.ts';
import { systemClock } from '../../../server/src/platform/clock.ts';
import type { JobHandler } from '../../../server/src/queue/job.ts';
import { JobQueue } from '../../../server/src/queue/job-queue.ts';
import { JobWorker } from '../../../server/src/queue/job-worker.ts';

interface Step {
  chain: number;
  step: number;
}

declare module '../../../server/src/queue/job.ts' {
  interface JobKinds {
    chainStep: Step;
  }
}

const [url, last] = process.argv.slice(2);
const database = connect(url!);
const queue = new JobQueue(database, systemClock);
const chainStep: JobHandler<Step> = {
  parse: (payload) => payload as Step,
  async run({ payload: { chain, step }, finish }) {
    // Kills find jobs before, in and after their transaction.
    await delay(Math.random() * 10);
    await database.transaction(async (trx) => {
      await sql`insert into chain_step (chain, step) values (${chain}, ${step})`.execute(trx);
      if (!last) await queue.add(trx, 'chainStep', { chain, step: step + 1 });
      await finish(trx);
    });
  },
};
const worker = new JobWorker({
  queue,
  handlers: new Map([['chainStep', chainStep]]),
  concurrency: 4,
  clock: systemClock,
  log: pino({ level: 'warn' }),
  onRun: () => {},
});
worker.start();
// The timers of a worker do not keep a process alive.
process.stdin.resume();
