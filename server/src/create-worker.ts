import type { Composition } from './compose.ts';
import type { RunningPlatform } from './create-platform.ts';
import { housekeepingJobs } from './housekeeping.ts';
import { addJobMetrics } from './metrics/job-metrics.ts';
import { JobWorker } from './queue/job-worker.ts';

/** What does the work that waits: that of the modules, and housekeeping. */
export function createWorker(platform: RunningPlatform, { jobs, purge }: Composition): JobWorker {
  const { config, clock, log, queue, jobs: inspector, metrics } = platform;
  const handlers = new Map([...jobs, ...housekeepingJobs({ ...platform, purge })]);
  const onRun = addJobMetrics(metrics, {
    kinds: [...handlers.keys()],
    tally: () => inspector.tally(),
    now: () => clock.now(),
  });
  return new JobWorker({ queue, handlers, concurrency: config.jobConcurrency, clock, log, onRun });
}
