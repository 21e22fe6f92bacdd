import type { Executor } from '../database/connect.ts';

/**
 * The work that can wait, by the name of its kind, with its payload: what JSON can hold, and ids rather than texts. A module adds
 * its own: `declare module '…/queue/job.ts' { interface JobKinds { sendMail: { mailId: string } } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each kind is added where its work is done
export interface JobKinds {}

export type JobKind = keyof JobKinds & string;

/** A job that this process has leased. */
export interface LeasedJob {
  readonly id: string;
  readonly kind: string;
  /** JSON, perhaps of another version. */
  readonly payload: string;
  /** How often it was taken, this time included. */
  readonly attempt: number;
}

/** What a handler gets. */
export interface JobRun<Payload> {
  readonly id: string;
  readonly payload: Payload;
  /** 1 at first. */
  readonly attempt: number;
  /**
   * Ends the job in the transaction of its effect: either both are stored or none, so that the effect is there once, however often
   * the job is run. A job whose handler returns without it is ended afterwards, and its effect may come twice.
   *
   * @throws {LeaseLost} where another process has taken the job meanwhile: let the transaction fail.
   */
  finish(trx: Executor): Promise<void>;
}

/** How the jobs of one kind are done. */
export interface JobHandler<Payload> {
  /**
   * Checks a payload, which another version may have written: zod's `parse`, or by hand. What it throws is shown to
   * administrators, and names no value.
   */
  parse(payload: unknown): Payload;
  /** Does the work, perhaps more than once. What it throws is tried again later. */
  run(job: JobRun<Payload>): Promise<void>;
  /**
   * For work that comes again and again: the milliseconds from the end of one run to the next. All nodes together have one such
   * job, which nobody adds, and which is tried for ever.
   */
  readonly every?: number;
}

/** By kind. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each has a payload of its own
export type JobHandlers = ReadonlyMap<string, JobHandler<any>>;

/** Another process has this job now, or it was dropped. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Trying again is of no use. The message is shown to administrators: it names no page, person or text. */
export class UnworkableJob extends Error {
  override readonly name = 'UnworkableJob';
}
