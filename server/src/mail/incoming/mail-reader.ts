import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type IncomingMail, type RawMail, UnreadableMail } from './incoming-mail.ts';
import type { ReadOptions } from './read-mail.ts';

/** How long a mail may take, in milliseconds, and how much memory: ten times what the largest ones need. */
const defaults = { timeout: 30_000, memory: 512 };

/** Beside this file, and compiled where this one is. */
const threadFile = new URL(`./mail-reader-thread${extname(import.meta.url)}`, import.meta.url);

/** A mail to read, as the thread gets it. */
export interface ReadRequest {
  raw: RawMail;
  options: Omit<ReadOptions, 'resolver'>;
}

/** What the thread answers. */
export type ReadResult = { mail: IncomingMail } | { unreadable: string };

/**
 * Reads mails in a thread of its own, one after the other: a mail that is made to take long, or much memory, ends its thread
 * and holds up nobody who reads a page.
 */
export class MailReader {
  readonly #options: ReadRequest['options'];
  readonly #limits: typeof defaults;
  readonly #file: URL;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(options: ReadRequest['options'], limits: Partial<typeof defaults> = {}, file = threadFile) {
    this.#options = options;
    this.#limits = { ...defaults, ...limits };
    this.#file = file;
  }

  /** @throws {UnreadableMail} if the mail is broken, too large, or took too long; another error once it is closed. */
  async read(raw: RawMail): Promise<IncomingMail> {
    const reading = this.#last.then(() => this.#read(raw));
    this.#last = reading.catch(() => {});
    return reading;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#end();
  }

  async #end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  async #read(raw: RawMail): Promise<IncomingMail> {
    this.#assertOpen();
    const worker = (this.#worker ??= this.#start());
    const { promise, resolve } = Promise.withResolvers<ReadResult | null>();
    const fail = () => resolve(null);
    worker.once('message', resolve).once('error', fail).once('exit', fail);
    const timer = setTimeout(fail, this.#limits.timeout);
    worker.postMessage({ raw, options: this.#options } satisfies ReadRequest);
    const result = await promise;
    clearTimeout(timer);
    worker.off('message', resolve).off('error', fail).off('exit', fail);
    if (result && 'mail' in result) return result.mail;
    if (result) throw new UnreadableMail(result.unreadable);
    // The mail may be well.
    this.#assertOpen();
    // Whatever it is at, it does not come back from it.
    await this.#end();
    throw new UnreadableMail('The mail cannot be read with the time and memory that there is.');
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new Error('The reader is closed.');
  }

  #start(): Worker {
    const worker = new Worker(this.#file, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory } });
    worker.unref();
    worker.on('error', () => {});
    // The next mail gets a new one.
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }
}
