import type { AuditLog } from '../audit/audit-log.ts';
import type { DatabaseConnection, Executor } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import * as store from './job-list-store.ts';

declare module '../audit/audit-entry.ts' {
  interface AuditActions {
    retryJob: { job: string };
    dropJob: { job: string };
  }
}

export type { JobFilter, JobTally, ListedJob } from './job-list-store.ts';

/** What became of a job that an administrator named. */
export type Verdict = 'done' | 'missing' | 'leased';

/** What administrators see of the queue, and do to it on the command line: by kinds and ids, never by what jobs are about. */
export class JobInspector {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor(database: DatabaseConnection, clock: Clock, audit: AuditLog) {
    this.#database = database;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** The first `limit` jobs by kind and time, and how many there are. */
  async list(filter: store.JobFilter, limit: number): Promise<{ jobs: store.ListedJob[]; total: number }> {
    const { db } = this.#database;
    return {
      jobs: await store.listJobs(db, filter, limit, this.#clock.now()),
      total: await store.countJobs(db, filter),
    };
  }

  tally(): Promise<store.JobTally[]> {
    return store.tallyJobs(this.#database.db, this.#clock.now());
  }

  /** Has a job done now, be it dead or waiting for a later time. */
  retry(id: string): Promise<Verdict> {
    const restarted = store.restartJob(this.#database, id, this.#clock.now(), this.#recording('retryJob', id));
    return this.#judge(id, restarted);
  }

  /** @returns How many dead jobs there were. */
  async retryAllDead(): Promise<number> {
    const ids = await store.deadIds(this.#database.db);
    for (const id of ids) await this.retry(id);
    return ids.length;
  }

  /** Forgets a job: it is not done. */
  drop(id: string): Promise<Verdict> {
    return this.#judge(id, store.dropJob(this.#database, id, this.#clock.now(), this.#recording('dropJob', id)));
  }

  #recording(action: 'retryJob' | 'dropJob', job: string): (trx: Executor) => Promise<void> {
    return (trx) => this.#audit.record(trx, { actor: 'command line', action, subject: null, details: { job } });
  }

  async #judge(id: string, changing: Promise<boolean>): Promise<Verdict> {
    if (await changing) return 'done';
    return (await store.isThere(this.#database.db, id)) ? 'leased' : 'missing';
  }
}
