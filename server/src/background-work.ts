import type { Logger } from './platform/log.ts';

/**
 * The work that the server does in the background. All of it is taken up again at the next start, so that what the
 * end of this process interrupts is no trouble.
 */
export class BackgroundWork {
  readonly #log: Logger;
  #isStopping = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** @param trouble - What to say, and how loud, when it fails. */
  watch(work: Promise<unknown>, level: 'warn' | 'error', trouble: string): void {
    work.catch((error: unknown) => this.#log[this.#isStopping ? 'debug' : level]({ err: error }, trouble));
  }

  /** To be called before the database is closed. */
  stop(): void {
    this.#isStopping = true;
  }
}
