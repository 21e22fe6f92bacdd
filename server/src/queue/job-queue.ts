import type { DatabaseConnection, Executor } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { newId, type RowId } from '../platform/ids.ts';
import { type JobKind, type JobKinds, type LeasedJob, LeaseLost } from './job.ts';
import * as store from './job-store.ts';

/** How long a job is a process's own. What a process that died had is another's then. In milliseconds. */
export const leaseTime = 8_000;
/** How often a process that works on a job says so. */
export const renewInterval = 2_000;
/** How often to look for work that others left, or that has become due. */
export const pollInterval = 500;

export interface JobOptions {
  /**
   * While a job of that kind and key waits, another one is not added. One that is being done already does not count: it may
   * have read what it needs before this write, so the work is done again.
   */
  key?: string;
  /** Not before, in milliseconds since 1970; now by default. */
  dueAt?: number;
}

/**
 * Work that waits in the database, written in the transaction that causes it: what is stored is done, whatever dies in between,
 * and what is not stored never is. It may be done more than once; see `JobRun.finish`.
 */
export class JobQueue {
  /** This process. */
  readonly #owner = newId();
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  /** Called when there is something to do. */
  onDue: () => void = () => {};

  constructor(database: DatabaseConnection, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async add<Kind extends JobKind>(
    trx: Executor,
    kind: Kind,
    payload: JobKinds[Kind],
    { key, dueAt }: JobOptions = {},
  ): Promise<void> {
    const now = this.#clock.now();
    const job = this.#new(kind, payload, { key: key ?? null, dueAt: dueAt ?? now, owner: '' });
    await (key === undefined ? store.insertJob(trx, job) : store.insertUnlessWaiting(trx, [job]));
    if (job.dueAt <= now) store.afterCommit(trx, () => this.onDue());
  }

  /** Adds jobs of one kind that are due later, one for each key: in one statement, however many there are. */
  async addKeyed<Kind extends JobKind>(
    trx: Executor,
    kind: Kind,
    jobs: readonly { key: string; payload: JobKinds[Kind]; dueAt: number }[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    const added = jobs.map(({ payload, ...rest }) => this.#new(kind, payload, { ...rest, owner: '' }));
    // All lock those that wait in the same order, so that none waits for another in a circle.
    added.sort((one, other) => (one.key! < other.key! ? -1 : 1));
    await store.insertUnlessWaiting(trx, added);
  }

  /** Adds work that this process does itself as soon as it is stored. @param begin - Gets the id of the job. */
  async addLeased<Kind extends JobKind>(
    trx: Executor,
    kind: Kind,
    payload: JobKinds[Kind],
    begin: (id: RowId) => void,
  ): Promise<void> {
    const { owner, until } = this.#lease();
    const job = this.#new(kind, payload, { key: null, dueAt: until, owner });
    await store.insertJob(trx, job);
    store.afterCommit(trx, () => begin(job.id));
  }

  /** Makes sure that the one job of a kind that comes again and again is there. */
  async arm(kind: string): Promise<void> {
    const job = this.#new(kind, null, { key: null, dueAt: this.#clock.now(), owner: '' });
    // All nodes call it the same.
    await store.insertOnce(this.#database.db, { ...job, id: kind });
  }

  dueKinds(kinds: readonly string[]): Promise<string[]> {
    return store.dueKinds(this.#database.db, kinds, this.#clock.now());
  }

  /** Leases jobs of one kind that are due. */
  claim(kind: string, limit: number): Promise<LeasedJob[]> {
    return store.claimJobs(this.#database.db, { kind, limit, now: this.#clock.now() }, this.#lease());
  }

  async renew(ids: readonly string[]): Promise<void> {
    await store.renewJobs(this.#database.db, ids, this.#lease());
  }

  /**
   * Ends a job with a transaction.
   *
   * @param every - Milliseconds until it comes again; null for never.
   * @param onFinished - Called once the transaction is stored.
   * @throws {LeaseLost} where it is not this process's any more.
   */
  async finish(trx: Executor, job: LeasedJob, every: number | null, onFinished: () => void): Promise<void> {
    await this.#finish(trx, job, every);
    store.afterCommit(trx, onFinished);
  }

  /** Ends a job by itself. @throws {LeaseLost} */
  async finishAfterwards(job: LeasedJob, every: number | null): Promise<void> {
    await this.#finish(this.#database.db, job, every);
  }

  /** Ends many jobs whose effect may come twice. */
  async finishAll(ids: readonly string[]): Promise<void> {
    await store.deleteJobs(this.#database.db, ids);
  }

  /** @param delay - Until the next attempt, in milliseconds. */
  async postpone({ id }: LeasedJob, delay: number, failure: string): Promise<void> {
    await store.postponeJob(this.#database.db, this.#held(id), this.#clock.now() + delay, failure);
  }

  async bury({ id }: LeasedJob, failure: string): Promise<void> {
    await store.buryJob(this.#database.db, this.#held(id), this.#clock.now(), failure);
  }

  /** Gives jobs back to whoever takes them. */
  async release(ids: Iterable<string>): Promise<void> {
    await store.releaseJobs(this.#database.db, [...ids], this.#owner, this.#clock.now());
  }

  async #finish(executor: Executor, { id }: LeasedJob, every: number | null): Promise<void> {
    const held = this.#held(id);
    const wasHeld = await (every === null
      ? store.deleteJob(executor, held)
      : store.rearmJob(executor, held, this.#clock.now() + every));
    if (!wasHeld) throw new LeaseLost('Another process has this job, or it was dropped.');
  }

  #new(
    kind: string,
    payload: unknown,
    rest: Pick<store.NewJob, 'key' | 'dueAt' | 'owner'>,
  ): store.NewJob & { id: RowId } {
    return { id: newId(), kind, payload: JSON.stringify(payload), now: this.#clock.now(), ...rest };
  }

  #lease(): store.Lease {
    return { owner: this.#owner, until: this.#clock.now() + leaseTime };
  }

  #held(id: string): store.Held {
    return { id, owner: this.#owner };
  }
}
