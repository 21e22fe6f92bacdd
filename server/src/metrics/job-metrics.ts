import { Counter, Gauge, Histogram } from 'prom-client';
import { inTime } from '../platform/in-time.ts';
import type { JobTally } from '../queue/job-inspector.ts';
import type { JobOutcome } from '../queue/job-run.ts';
import type { Metrics } from './metrics.ts';

/** How long the database may take: what is broken must not hide the other metrics. */
const timeout = 2_000;

export interface JobParts {
  /** Those that this server does. They are shown even when there are no jobs of them. */
  kinds: readonly string[];
  tally: () => Promise<JobTally[]>;
  now: () => number;
}

/** Counts and times jobs. @returns What to call after each run, with the milliseconds that it took. */
export function addJobMetrics(
  { registry }: Metrics,
  parts: JobParts,
): (kind: string, outcome: JobOutcome, duration: number) => void {
  const registers = [registry];
  addGauges(registry, parts);
  const runs = new Counter({
    name: 'parvis_jobs_runs_total',
    help: 'Runs of jobs by this process: done, failed (tried again), dead (given up), or lost to another process.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'parvis_jobs_duration_seconds',
    help: 'Time that a run took.',
    labelNames: ['kind'],
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120],
    registers,
  });
  return (kind, outcome, duration) => {
    runs.inc({ kind, outcome });
    durations.observe({ kind }, duration / 1000);
  };
}

/** The same numbers at each node: they are those of the database. */
function addGauges(registry: Metrics['registry'], { kinds, tally, now }: JobParts): void {
  let reading: Promise<JobTally[] | null> | null = null;
  // One query for all gauges of one scrape.
  const read = () => (reading ??= inTime(timeout, tally).finally(() => (reading = null)));
  const add = (name: string, help: string, value: (tallied: JobTally) => number) => {
    const gauge = new Gauge<'kind'>({
      name,
      help,
      labelNames: ['kind'],
      registers: [registry],
      async collect() {
        const tallies = await read();
        gauge.reset();
        if (tallies === null) return;
        for (const kind of kinds) gauge.set({ kind }, 0);
        for (const tallied of tallies) gauge.set({ kind: tallied.kind }, value(tallied));
      },
    });
  };
  add('parvis_jobs_waiting', 'Jobs that wait, also those that are not due yet.', ({ waiting }) => waiting);
  add('parvis_jobs_dead', 'Jobs that were given up.', ({ dead }) => dead);
  add('parvis_jobs_oldest_seconds', 'For how long the oldest waiting job has been due.', ({ firstDueAt }) =>
    firstDueAt === null ? 0 : Math.max(0, now() - firstDueAt) / 1000,
  );
}
