import { type ExpressionBuilder, sql } from 'kysely';
import type { DatabaseConnection, Executor } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
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
export async function listJobs(db: Executor, filter: JobFilter, limit: number, now: number): Promise<ListedJob[]> {
  const rows = await filtered(db, filter)
    .select(['id', 'kind', 'due_at', 'dead_at', 'attempts', 'failure', 'owner'])
    .orderBy('kind')
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => toListed(row, now));
}

function toListed(
  { due_at, dead_at, owner, ...job }: Omit<JobTable, 'key' | 'payload' | 'created_at'>,
  now: number,
): ListedJob {
  return { ...job, dueAt: due_at, deadAt: dead_at, isLeased: owner !== '' && due_at! > now };
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

export async function tallyJobs(db: Executor, now: number): Promise<JobTally[]> {
  const { rows } = await sql<JobTally>`
    select kind, sum(case when owner = '' or due_at <= ${now} then 1 else 0 end) - count(dead_at) as waiting,
      count(dead_at) as dead, min(case when owner = '' or due_at <= ${now} then due_at end) as "firstDueAt"
    from job group by kind`.execute(db);
  return rows;
}

export async function isThere(db: Executor, id: string): Promise<boolean> {
  return (await db.selectFrom('job').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** What else is written in the transaction of a change. */
type Beside = (trx: Executor) => Promise<void>;

/** Lets a job that no process has leased be taken at once, as if it were new. @returns Whether such a job was there. */
export async function restartJob(
  database: DatabaseConnection,
  id: string,
  now: number,
  beside: Beside,
): Promise<boolean> {
  try {
    return await changing(database, beside, (trx) =>
      trx
        .updateTable('job')
        .set({ owner: '', due_at: now, dead_at: null, attempts: 0, failure: null })
        .where('id', '=', id)
        .where(isFree(now))
        .returning('id')
        .execute(),
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // One of the same key waits, and does its work.
    return dropJob(database, id, now, beside);
  }
}

/** Forgets a job that no process has leased. @returns Whether such a job was there. */
export function dropJob(database: DatabaseConnection, id: string, now: number, beside: Beside): Promise<boolean> {
  return changing(database, beside, (trx) =>
    trx.deleteFrom('job').where('id', '=', id).where(isFree(now)).returning('id').execute(),
  );
}

/** @param change - Returns what it has changed. */
function changing(
  { transaction }: DatabaseConnection,
  beside: Beside,
  change: (trx: Executor) => Promise<unknown[]>,
): Promise<boolean> {
  return transaction(async (trx) => {
    const changed = await change(trx);
    if (changed.length > 0) await beside(trx);
    return changed.length > 0;
  });
}

export async function deadIds(db: Executor): Promise<string[]> {
  const rows = await db.selectFrom('job').select('id').where('dead_at', 'is not', null).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** The lease of a process that died ends, and leaves its name. */
function isFree(now: number) {
  return (eb: ExpressionBuilder<Database, 'job'>) => eb.or([eb('owner', '=', ''), eb('due_at', '<=', now)]);
}
