import type { Logger } from '../platform/log.ts';
import { backoff, maxAttempts } from './backoff.ts';
import { type JobHandler, type LeasedJob, LeaseLost, UnworkableJob } from './job.ts';
import { failureOf, framesOf, parsedPayload } from './job-failure.ts';
import type { JobQueue } from './job-queue.ts';

/** How a run ended: `failed` is tried again, `dead` is given up, `lost` is done by another process. */
export type JobOutcome = 'done' | 'failed' | 'dead' | 'lost';

/** Does a job once, and writes down what came of it. @throws where the database cannot be told: the lease ends by itself. */
export async function runJob(
  job: LeasedJob,
  handler: JobHandler<unknown>,
  queue: JobQueue,
  log: Logger,
): Promise<JobOutcome> {
  try {
    await work(job, handler, queue);
    return 'done';
  } catch (error) {
    const { id, kind, attempt } = job;
    if (error instanceof LeaseLost) {
      log.warn({ kind, id, attempt }, 'a job is left to another process: its lease ended');
      return 'lost';
    }
    const said = { kind, id, attempt, failure: failureOf(error), at: framesOf(error) };
    if (isHopeless(error, job, handler)) {
      await queue.bury(job, said.failure);
      log.error(said, 'a job was given up: see parvis jobs list --dead');
      return 'dead';
    }
    const delay = Math.min(backoff(attempt), handler.every ?? Infinity);
    await queue.postpone(job, delay, said.failure);
    log.warn({ ...said, delay }, 'a job failed, and is tried again');
    return 'failed';
  }
}

async function work(job: LeasedJob, handler: JobHandler<unknown>, queue: JobQueue): Promise<void> {
  const { every = null } = handler;
  if (every === null && job.attempt > maxAttempts)
    throw new UnworkableJob('The process ended during the last attempt.');
  let finished = false;
  await handler.run({
    id: job.id,
    payload: parsedPayload(job.payload, (payload) => handler.parse(payload)),
    attempt: job.attempt,
    async finish(trx) {
      await queue.finish(trx, job, every, () => (finished = true));
    },
  });
  if (!finished) await queue.finishAfterwards(job, every);
}

/** What comes again and again is never given up: the next day, all may be well. */
function isHopeless(error: unknown, { attempt }: LeasedJob, { every }: JobHandler<unknown>): boolean {
  return every === undefined && (error instanceof UnworkableJob || attempt >= maxAttempts);
}
