import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { inTime } from '../../platform/in-time.ts';
import { isLoopback, type MailServer } from '../mail-server.ts';
import { MailRefused, type MailSource, type SourceParts } from './mail-source.ts';
import { messageIdOf } from './message-id.ts';

export interface ImapOptions {
  server: MailServer;
  /** How often to look, also where the server says when something has come, in milliseconds. */
  pollInterval?: number;
  /** The first wait after a lost connection, in milliseconds. */
  retryDelay?: number;
}

const defaults = { pollInterval: 60_000, retryDelay: 1_000 };
const longestDelay = 60_000;
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 120_000 };
/** Room for what the server says around a mail. */
const envelopeSize = 1_000_000;

/**
 * Fetches the mails of a mailbox that are not marked as read. A mail is marked, or moved, once the handler has stored it; one
 * that it cannot store for now is tried again later, and does not keep the others waiting.
 */
export class ImapSource implements MailSource {
  readonly #options: Required<ImapOptions>;
  readonly #parts: SourceParts;
  readonly #stopping = new AbortController();
  #client: ImapFlow | null = null;
  #running: Promise<void> = Promise.resolve();
  #taking: Promise<void> = Promise.resolve();

  constructor(options: ImapOptions, parts: SourceParts) {
    this.#options = { ...defaults, ...options };
    this.#parts = parts;
  }

  /** Begins at once; a mailbox that cannot be reached is tried again. */
  start(): Promise<void> {
    this.#running = this.#run();
    return Promise.resolve();
  }

  async stop(grace: number): Promise<void> {
    this.#stopping.abort();
    await inTime(grace, () => this.#taking);
    this.#client?.close();
    await inTime(1_000, () => this.#running);
  }

  async #run(): Promise<void> {
    let delay = this.#options.retryDelay;
    while (!this.#isStopping) {
      try {
        await this.#serve(() => (delay = this.#options.retryDelay));
      } catch (error) {
        if (this.#isStopping) return;
        this.#parts.log.warn({ err: error, delay }, 'the mailbox cannot be reached, and is tried again');
      } finally {
        this.#client?.close();
      }
      await this.#pause(delay);
      delay = Math.min(delay * 2, longestDelay);
    }
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** One connection, until it is lost. @param onWork - Called after each look at the mailbox. */
  async #serve(onWork: () => void): Promise<void> {
    const client = connection(this.#options.server, this.#parts.maxSize);
    this.#client = client;
    // Without a listener, an error between two commands would end the process.
    client.on('error', () => client.close());
    await client.connect();
    const { path, options } = this.#options.server;
    const moveTo = options.get('moveTo');
    if (moveTo) await client.mailboxCreate(moveTo);
    await client.mailboxOpen(path || 'INBOX');
    this.#parts.log.info({ mailbox: path || 'INBOX' }, 'waiting for mails');
    while (client.usable && !this.#isStopping) {
      const waiting = this.#untilSomethingComes(client);
      await this.#takeAll(client, moveTo);
      onWork();
      if (client.usable && !this.#isStopping) void client.idle().catch(() => client.close());
      await waiting;
    }
  }

  /** Resolves when a mail arrives, the connection ends, it is time to look again or to stop. */
  async #untilSomethingComes(client: ImapFlow): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const wake = () => resolve(undefined);
    client.on('exists', wake);
    client.on('close', wake);
    this.#stopping.signal.addEventListener('abort', wake);
    const timer = setTimeout(wake, this.#options.pollInterval);
    await promise;
    clearTimeout(timer);
    client.off('exists', wake);
    client.off('close', wake);
    this.#stopping.signal.removeEventListener('abort', wake);
  }

  async #takeAll(client: ImapFlow, moveTo: string | null): Promise<void> {
    const found = await client.search({ seen: false, deleted: false }, { uid: true });
    for (const uid of found || []) {
      if (this.#isStopping || !client.usable) return;
      this.#taking = this.#take(client, uid, moveTo);
      await this.#taking;
    }
  }

  async #take(client: ImapFlow, uid: number, moveTo: string | null): Promise<void> {
    const { handler, maxSize, log } = this.#parts;
    const about = await client.fetchOne(String(uid), { size: true }, { uid: true });
    // Another node may have moved it.
    if (!about) return;
    if ((about.size ?? 0) > maxSize) return this.#refuse(client, uid, 'it is too large');
    const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
    if (!mail || !mail.source) return;
    const { source } = mail;
    try {
      await handler.take({ source, envelope: { from: null, to: [] }, messageId: messageIdOf(source) });
    } catch (error) {
      if (error instanceof MailRefused) return this.#refuse(client, uid, error.message);
      return log.error({ err: error, uid }, 'a mail could not be stored; it stays in the mailbox');
    }
    await (moveTo
      ? client.messageMove(String(uid), moveTo, { uid: true })
      : client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }));
  }

  /** Left where people find it, with a flag. */
  async #refuse(client: ImapFlow, uid: number, reason: string): Promise<void> {
    this.#parts.log.warn({ uid, reason }, 'a mail is not taken; it stays in the mailbox, flagged');
    await client.messageFlagsAdd(String(uid), ['\\Seen', '\\Flagged'], { uid: true });
  }

  async #pause(delay: number): Promise<void> {
    await sleep(delay, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => {});
  }
}

function connection({ host, port, tls, user, password }: MailServer, maxSize: number): ImapFlow {
  return new ImapFlow({
    ...timeouts,
    host,
    port,
    secure: tls === 'start',
    // Nothing else than what the setting says: a server that suddenly offers no encryption gets no password.
    ...(tls !== 'start' && { doSTARTTLS: tls === 'required' || (tls === 'offered' && !isLoopback(host)) }),
    auth: { user: user ?? '', pass: password },
    logger: false,
    disableAutoIdle: true,
    maxLiteralSize: maxSize + envelopeSize,
    tls: { minVersion: 'TLSv1.2' },
  });
}
