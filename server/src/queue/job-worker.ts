import type { Clock } from '../platform/clock.ts';
import { inTime } from '../platform/in-time.ts';
import type { Logger } from '../platform/log.ts';
import type { JobHandlers, LeasedJob } from './job.ts';
import { type JobQueue, pollInterval, renewInterval } from './job-queue.ts';
import { type JobOutcome, runJob } from './job-run.ts';

/** How long a stop waits for the database, beside its jobs, in milliseconds. */
const databaseTimeout = 1_000;

export interface WorkerParts {
  queue: JobQueue;
  handlers: JobHandlers;
  /** How many jobs are done at once. */
  concurrency: number;
  clock: Clock;
  log: Logger;
  /** Told of each run. @param duration - In milliseconds. */
  onRun: (kind: string, outcome: JobOutcome, duration: number) => void;
}

/** Does the jobs of the kinds that this version knows. Those of others wait for nodes that know them. */
export class JobWorker {
  readonly #parts: WorkerParts;
  /** In the order in which they are served: a backlog of one kind does not keep the others waiting. */
  readonly #kinds: string[];
  readonly #running = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #stopping = false;
  #armed = false;
  #isDue = false;
  #polling: Promise<void> | null = null;
  #renewedAt = 0;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#kinds = [...parts.handlers.keys()];
  }

  start(): void {
    this.#timer = setInterval(() => this.#wake(), pollInterval).unref();
    this.#parts.queue.onDue = () => this.#wake();
    this.#wake();
  }

  /** Takes nothing new, lets what is under way end within `grace` milliseconds, and gives the rest back to other nodes. */
  async stop(grace: number): Promise<void> {
    if (!this.#timer || this.#stopping) return;
    this.#stopping = true;
    // It may be about to start jobs that it has claimed.
    await inTime(databaseTimeout, () => this.#polling);
    await inTime(grace, () => Promise.all(this.#running.values()));
    clearInterval(this.#timer);
    this.#timer = null;
    await inTime(databaseTimeout, async () => {
      await this.#polling;
      await this.#parts.queue.release(this.#running.keys());
    });
  }

  #wake(): void {
    if (!this.#timer) return;
    this.#isDue = true;
    this.#polling ??= this.#poll()
      .catch((error: unknown) => this.#parts.log.error({ err: error }, 'the jobs could not be read'))
      .finally(() => {
        this.#polling = null;
        if (this.#isDue) this.#wake();
      });
  }

  async #poll(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false;
      await this.#renew();
      if (this.#stopping) return;
      await this.#arm();
      await this.#claim();
    }
  }

  async #renew(): Promise<void> {
    const now = this.#parts.clock.now();
    if (this.#running.size === 0 || now - this.#renewedAt < renewInterval) return;
    this.#renewedAt = now;
    await this.#parts.queue.renew([...this.#running.keys()]);
  }

  async #arm(): Promise<void> {
    if (this.#armed) return;
    for (const [kind, { every }] of this.#parts.handlers) if (every !== undefined) await this.#parts.queue.arm(kind);
    this.#armed = true;
  }

  async #claim(): Promise<void> {
    const { queue, concurrency } = this.#parts;
    if (this.#kinds.length === 0 || this.#running.size >= concurrency) return;
    const due = new Set(await queue.dueKinds(this.#kinds));
    for (const kind of this.#kinds.filter((known) => due.has(known))) {
      const free = concurrency - this.#running.size;
      if (free <= 0 || this.#stopping) return;
      this.#kinds.push(...this.#kinds.splice(this.#kinds.indexOf(kind), 1));
      for (const job of await queue.claim(kind, free)) this.#start(job);
    }
  }

  #start(job: LeasedJob): void {
    const { queue, handlers, log, onRun } = this.#parts;
    const start = performance.now();
    const run = runJob(job, handlers.get(job.kind)!, queue, log)
      .then((outcome) => onRun(job.kind, outcome, performance.now() - start))
      .catch((error: unknown) => {
        const { kind, id } = job;
        // What this process knows no more is done by the next one.
        log[this.#stopping ? 'debug' : 'error']({ kind, id, err: error }, 'the end of a job could not be stored');
      })
      .finally(() => {
        this.#running.delete(job.id);
        this.#wake();
      });
    this.#running.set(job.id, run);
  }
}
