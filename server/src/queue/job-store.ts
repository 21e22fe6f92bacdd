import { sql, type ExpressionBuilder } from 'kysely';
import type { Executor } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { isSqlite, isUniqueViolation } from '../database/portable.ts';
import type { LeasedJob } from './job.ts';
import type { JobTable } from './job-table.ts';

export { afterCommit } from '../database/after-commit.ts';

/** How many ids one statement names at most. */
const batch = 500;

export interface NewJob {
  id: string;
  kind: string;
  key: string | null;
  payload: string;
  dueAt: number;
  owner: string;
  now: number;
}

export async function insertJob(trx: Executor, job: NewJob): Promise<void> {
  await insertion(trx, job).execute();
}

/** The same, unless there is a job of that id. */
export async function insertOnce(db: Executor, job: NewJob): Promise<void> {
  await insertion(db, job)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/**
 * The same, unless a job of that kind and key waits, for several jobs with different keys. The one that waits is locked until the transaction ends, by an update that changes
 * nothing: otherwise a node could take it and do it without seeing what this transaction writes, and nobody would do it again.
 */
export async function insertUnlessWaiting(trx: Executor, jobs: readonly NewJob[]): Promise<void> {
  await insertion(trx, ...jobs)
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'key'])
        .where('key', 'is not', null)
        .where('owner', '=', sql.lit(''))
        .where('dead_at', 'is', null)
        .doUpdateSet(({ ref }) => ({ key: ref('excluded.key') })),
    )
    .execute();
}

function insertion(db: Executor, ...jobs: readonly NewJob[]) {
  return db.insertInto('job').values(jobs.map(toRow));
}

function toRow({ id, kind, key, payload, dueAt, owner, now }: NewJob): JobTable {
  return {
    id,
    kind,
    key,
    payload,
    due_at: dueAt,
    owner,
    attempts: owner ? 1 : 0,
    failure: null,
    dead_at: null,
    created_at: now,
  };
}

/** Those of these kinds of which a job may be taken now. */
export async function dueKinds(db: Executor, kinds: readonly string[], now: number): Promise<string[]> {
  const known = sql.join(kinds.map((kind) => sql`(${kind})`));
  const { rows } = await sql<{ kind: string }>`
    select known.column1 as kind from (values ${known}) as known
    where exists (select 1 from job where job.kind = known.column1 and job.due_at <= ${now})`.execute(db);
  return rows.map(({ kind }) => kind);
}

export interface Lease {
  owner: string;
  /** When it ends. */
  until: number;
}

/** Takes jobs of one kind that nobody has, or whose lease has ended, in the order in which they are due. */
export async function claimJobs(
  db: Executor,
  { kind, limit, now }: { kind: string; limit: number; now: number },
  { owner, until }: Lease,
): Promise<LeasedJob[]> {
  const due = db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', kind)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    // Nodes that ask at the same time get different jobs, and none waits. SQLite has one writer anyway.
    .$if(!isSqlite(db), (query) => query.forUpdate().skipLocked());
  const rows = await db
    .with('due', () => due)
    .updateTable('job')
    .set((eb) => ({ owner, due_at: until, attempts: eb('attempts', '+', 1) }))
    .where((eb) => eb('id', 'in', eb.selectFrom('due').select('id')))
    .returning(['id', 'kind', 'payload', 'attempts as attempt'])
    .execute();
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Prolongs leases. Those that another process has are left alone. */
export async function renewJobs(db: Executor, ids: readonly string[], { owner, until }: Lease): Promise<void> {
  for (const some of chunks(ids))
    await db.updateTable('job').set({ due_at: until }).where('owner', '=', owner).where('id', 'in', some).execute();
}

export async function deleteJobs(db: Executor, ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids)) await db.deleteFrom('job').where('id', 'in', some).execute();
}

/** Which job, and who must have leased it for a change. */
export interface Held {
  id: string;
  owner: string;
}

/** @returns Whether it was still this owner's. */
export async function deleteJob(trx: Executor, held: Held): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('job').where(isHeld(held)).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Lets a job begin anew at a time. @returns Whether it was still this owner's. */
export async function rearmJob(trx: Executor, held: Held, dueAt: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job')
    .set({ owner: '', due_at: dueAt, attempts: 0, failure: null })
    .where(isHeld(held))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Lets a job that failed wait. One of the same key that came meanwhile does its work, too. */
export async function postponeJob(db: Executor, held: Held, dueAt: number, failure: string): Promise<void> {
  const postponed = db.updateTable('job').set({ owner: '', due_at: dueAt, failure }).where(isHeld(held)).execute();
  await postponed.catch((error: unknown) => dropTwin(db, held, error));
}

/** Lets others take jobs at once, as if they had not been taken. */
export async function releaseJobs(db: Executor, ids: readonly string[], owner: string, now: number): Promise<void> {
  for (const some of chunks(ids)) {
    const released = db
      .updateTable('job')
      .set((eb) => ({ owner: '', due_at: now, attempts: eb('attempts', '-', 1) }))
      .where('owner', '=', owner)
      .where('id', 'in', some)
      .execute();
    await released.catch(async (error: unknown) => {
      if (some.length === 1) return dropTwin(db, { id: some[0]!, owner }, error);
      for (const id of some) await releaseJobs(db, [id], owner, now);
    });
  }
}

/** Gives a job up. */
export async function buryJob(db: Executor, held: Held, now: number, failure: string): Promise<void> {
  await db.updateTable('job').set({ owner: '', due_at: null, dead_at: now, failure }).where(isHeld(held)).execute();
}

async function dropTwin(db: Executor, held: Held, error: unknown): Promise<void> {
  if (!isUniqueViolation(error)) throw error;
  await deleteJob(db, held);
}

function isHeld({ id, owner }: Held) {
  return (eb: ExpressionBuilder<Database, 'job'>) => eb.and([eb('id', '=', id), eb('owner', '=', owner)]);
}

function* chunks(ids: readonly string[]): Iterable<readonly string[]> {
  for (let from = 0; from < ids.length; from += batch) yield ids.slice(from, from + batch);
}
