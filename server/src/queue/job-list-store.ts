import { sql } from 'kysely';
import type { Executor } from '../database/connect.ts';
import { isUniqueViolation } from '../database/portable.ts';
import type { JobTable } from './job-table.ts';

/** A job as administrators see it: nothing of its payload. */
export interface ListedJob {
  readonly id: string;
  readonly kind: string;
  readonly dueAt: number | null;
  readonly deadAt: number | null;
  readonly attempts: number;
  readonly failure: string | null;
  /** Whether a process has leased it. */
  readonly isLeased: boolean;
}

export interface JobFilter {
  kind?: string | undefined;
  dead?: boolean | undefined;
}

/** The first ones by kind and time. */
export async function listJobs(db: Executor, filter: JobFilter, limit: number): Promise<ListedJob[]> {
  const rows = await filtered(db, filter)
    .select(['id', 'kind', 'due_at', 'dead_at', 'attempts', 'failure', 'owner'])
    .orderBy('kind')
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toListed);
}

function toListed({ due_at, dead_at, owner, ...job }: Omit<JobTable, 'key' | 'payload' | 'created_at'>): ListedJob {
  return { ...job, dueAt: due_at, deadAt: dead_at, isLeased: owner !== '' };
}

export async function countJobs(db: Executor, filter: JobFilter): Promise<number> {
  const count = filtered(db, filter).select((eb) => eb.fn.countAll<number>().as('count'));
  return (await count.executeTakeFirstOrThrow()).count;
}

function filtered(db: Executor, { kind, dead }: JobFilter) {
  return db
    .selectFrom('job')
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(dead === true, (query) => query.where('dead_at', 'is not', null));
}

/** How the jobs of one kind stand. */
export interface JobTally {
  readonly kind: string;
  readonly waiting: number;
  readonly dead: number;
  /** When the first of those that wait was, or will be, due. */
  readonly firstDueAt: number | null;
}

export async function tallyJobs(db: Executor): Promise<JobTally[]> {
  const { rows } = await sql<JobTally>`
    select kind, sum(case when owner = '' and dead_at is null then 1 else 0 end) as waiting,
      sum(case when dead_at is null then 0 else 1 end) as dead,
      min(case when owner = '' then due_at end) as "firstDueAt"
    from job group by kind`.execute(db);
  return rows;
}

export async function isThere(db: Executor, id: string): Promise<boolean> {
  return (await db.selectFrom('job').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** Lets a job that nobody has be taken at once, as if it were new. @returns Whether such a job was there. */
export async function restartJob(db: Executor, id: string, now: number): Promise<boolean> {
  const restart = db
    .updateTable('job')
    .set({ due_at: now, dead_at: null, attempts: 0, failure: null })
    .where('id', '=', id)
    .where('owner', '=', '');
  try {
    return (await restart.executeTakeFirstOrThrow()).numUpdatedRows > 0n;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // One of the same key waits, and does its work.
    return dropJob(db, id);
  }
}

/** Forgets a job that nobody has. @returns Whether such a job was there. */
export async function dropJob(db: Executor, id: string): Promise<boolean> {
  const drop = db.deleteFrom('job').where('id', '=', id).where('owner', '=', '');
  return (await drop.executeTakeFirstOrThrow()).numDeletedRows > 0n;
}

export async function deadIds(db: Executor): Promise<string[]> {
  const rows = await db.selectFrom('job').select('id').where('dead_at', 'is not', null).orderBy('id').execute();
  return rows.map(({ id }) => id);
}
