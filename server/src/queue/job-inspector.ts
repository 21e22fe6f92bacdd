import type { DatabaseConnection } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import * as store from './job-list-store.ts';

export type { JobFilter, JobTally, ListedJob } from './job-list-store.ts';

/** What became of a job that an administrator named. */
export type Verdict = 'done' | 'missing' | 'leased';

/** What administrators see of the queue, and do to it: by kinds and ids, never by what jobs are about. */
export class JobInspector {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;

  constructor(database: DatabaseConnection, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
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
    return this.#judge(id, store.restartJob(this.#database.db, id, this.#clock.now()));
  }

  /** @returns How many dead jobs there were. */
  async retryAllDead(): Promise<number> {
    const ids = await store.deadIds(this.#database.db);
    for (const id of ids) await store.restartJob(this.#database.db, id, this.#clock.now());
    return ids.length;
  }

  /** Forgets a job: it is not done. */
  drop(id: string): Promise<Verdict> {
    return this.#judge(id, store.dropJob(this.#database.db, id, this.#clock.now()));
  }

  async #judge(id: string, changing: Promise<boolean>): Promise<Verdict> {
    if (await changing) return 'done';
    return (await store.isThere(this.#database.db, id)) ? 'leased' : 'missing';
  }
}
