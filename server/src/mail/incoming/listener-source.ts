import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { inTime } from '../../platform/in-time.ts';
import { parseAddress } from '../mail-address.ts';
import type { MailListener } from '../mail-server.ts';
import { MailRefused, type MailSource, type SourceParts } from './mail-source.ts';
import { messageIdOf } from './message-id.ts';

const limits = { clients: 50, recipients: 100 };
/** A mail server waits minutes for an answer, then hands the mail over again. In milliseconds. */
const timeouts = { idle: 60_000, take: 60_000 };

/** A refusal as SMTP says it: 4xx is tried again, 5xx goes back to the sender. */
class SmtpAnswer extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

/** Takes the mails that a mail server hands over by LMTP or SMTP, and says that it has them once they are stored. */
export class ListenerSource implements MailSource {
  readonly #listener: MailListener;
  readonly #parts: SourceParts;
  readonly #server: SMTPServer;
  readonly #underWay = new Set<Promise<void>>();
  #stopping = false;

  constructor(listener: MailListener, parts: SourceParts) {
    this.#listener = listener;
    this.#parts = parts;
    this.#server = new SMTPServer({
      lmtp: listener.protocol === 'lmtp',
      size: parts.maxSize,
      name: 'parvis',
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      maxClients: limits.clients,
      socketTimeout: timeouts.idle,
      onRcptTo: ({ address }, session, done) => void this.#check(address, session).then(done),
      onData: (stream, session, done) => void this.#receive(stream, session).then(done),
    });
    // Connections that are lost; what was under way in them comes again.
    this.#server.on('error', (error) => parts.log.debug({ err: error }, 'a connection of the mail listener ended'));
  }

  /** The port it listens on, once it has started. */
  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  async start(): Promise<void> {
    const { host, port } = this.#listener;
    this.#server.listen(port, host);
    await once(this.#server.server, 'listening');
    this.#parts.log.info({ ...this.#listener, port: this.port }, 'waiting for mails');
  }

  async stop(grace: number): Promise<void> {
    this.#stopping = true;
    const closed = new Promise<void>((resolve) => this.#server.server.close(() => resolve()));
    await inTime(grace, () => Promise.allSettled(this.#underWay));
    // Mail servers keep a connection open for the next mail.
    const { connections } = this.#server as unknown as { connections: Set<{ close(): void }> };
    for (const connection of connections) connection.close();
    await inTime(1_000, () => closed);
  }

  async #check(address: string, { envelope }: SMTPServerSession): Promise<SmtpAnswer | null> {
    if (this.#stopping) return new SmtpAnswer(421, '4.3.2 Shutting down');
    if (envelope.rcptTo.length >= limits.recipients) return new SmtpAnswer(452, '4.5.3 Too many recipients');
    try {
      const parsed = parseAddress(address);
      if (parsed && (await this.#parts.handler.accepts(parsed))) return null;
    } catch (error) {
      this.#parts.log.error({ err: error }, 'whether an address is ours could not be read');
      return new SmtpAnswer(451, '4.3.0 Try again later');
    }
    return new SmtpAnswer(550, '5.1.1 No such address here');
  }

  async #receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<SmtpAnswer | null> {
    const source = await this.#collect(stream);
    if (source === null || stream.sizeExceeded) return new SmtpAnswer(552, '5.3.4 The mail is too large');
    const from = envelope.mailFrom ? envelope.mailFrom.address : '';
    const to = envelope.rcptTo.map(({ address }) => address);
    const taking = this.#parts.handler.take({ source, envelope: { from, to }, messageId: messageIdOf(source) });
    this.#underWay.add(taking);
    try {
      await withTimeout(taking, timeouts.take);
      return null;
    } catch (error) {
      if (error instanceof MailRefused) return new SmtpAnswer(554, `5.6.0 ${error.message}`);
      this.#parts.log.error({ err: error }, 'a mail could not be stored; the mail server keeps it');
      return new SmtpAnswer(451, '4.3.0 Try again later');
    } finally {
      this.#underWay.delete(taking);
    }
  }

  /** The mail; null if it is larger than it may be, of which only so much is kept in memory. */
  async #collect(stream: SMTPServerDataStream): Promise<Buffer | null> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= this.#parts.maxSize) chunks.push(chunk);
    }
    return size > this.#parts.maxSize ? null : Buffer.concat(chunks);
  }
}

async function withTimeout(work: Promise<void>, timeout: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long.')), timeout).unref();
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
