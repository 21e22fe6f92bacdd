import type { ListedJob, Verdict } from '../queue/job-inspector.ts';
import { print, printableLine } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { withApp } from './with-app.ts';

export interface JobsFilter {
  dead?: boolean;
  kind?: string;
}

const mostLines = 1_000;

export async function listJobs(filter: JobsFilter): Promise<void> {
  const { jobs, total } = await withApp((app) => app.jobs.list(filter, mostLines), { create: false });
  const width = Math.max(0, ...jobs.map(({ kind }) => kind.length));
  for (const job of jobs) print(`${job.id.padEnd(36)}  ${job.kind.padEnd(width)}  ${printableLine(stateOf(job))}\n`);
  if (total === 0) print('No jobs.\n');
  if (total > jobs.length) print(`… and ${total - jobs.length} more.\n`);
}

function stateOf({ dueAt, deadAt, isLeased, attempts, failure }: ListedJob): string {
  const tries = attempts > 0 ? `, attempt ${attempts}` : '';
  const why = failure === null ? '' : `: ${failure}`;
  if (deadAt !== null) return `dead since ${new Date(deadAt).toISOString()}${tries}${why}`;
  if (isLeased) return `running${tries}`;
  return `due ${new Date(dueAt!).toISOString()}${tries}${why}`;
}

export async function retryJob(id: string): Promise<void> {
  assertDone(id, await withApp((app) => app.jobs.retry(id), { create: false }));
  print(`${id} is due now.\n`);
}

export async function retryAllDead(): Promise<void> {
  const count = await withApp((app) => app.jobs.retryAllDead(), { create: false });
  print(`${count} ${count === 1 ? 'job is' : 'jobs are'} due now.\n`);
}

export async function dropJob(id: string): Promise<void> {
  assertDone(id, await withApp((app) => app.jobs.drop(id), { create: false }));
  print(`${id} is deleted.\n`);
}

function assertDone(id: string, verdict: Verdict): void {
  if (verdict === 'missing') throw new UsageError(`No job has the id ${id}.`);
  if (verdict === 'leased') throw new UsageError(`A server is doing ${id}. Try again in a minute.`);
}
