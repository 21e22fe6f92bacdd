import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';
import { PassThrough } from 'node:stream';
import { inTime } from '../../platform/in-time.ts';
import type { Mailbox } from '../mail-address.ts';
import type { MailServer } from '../mail-server.ts';
import type { MailConfig } from '../mail-settings.ts';
import { checkedMail, type OutgoingMail } from './outgoing-mail.ts';
import { SendFailure, sendFailure } from './send-failure.ts';

/** In milliseconds. */
const timeouts = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };
/** How long one mail may take altogether: no timeout of the socket notices a server that answers a byte a minute. */
const sendTimeout = 120_000;
const pool = { pool: true, maxConnections: 5, maxMessages: 100, maxRequeues: 1 } as const;

/** Without those that a relay may add or change; with both of RFC 8058, which must be signed. */
const signedHeaders = [
  ...['From', 'To', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
  ...['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Auto-Submitted', 'X-Auto-Response-Suppress'],
].join(':');

export interface SenderOptions {
  server: MailServer;
  from: Mailbox;
  dkim?: { domain: string; selector: string; privateKey: string } | null;
  /** How long one mail may take, in milliseconds. */
  timeout?: number;
}

/** The sender that the settings describe; null where they name no mail server. @throws if the file of the key cannot be read. */
export function createMailSender(config: MailConfig): MailSender | null {
  const { smtpUrl: server, mailFrom: from, dkimDomain: domain, dkimSelector: selector, dkimKeyFile } = config;
  if (!server || !from) return null;
  const dkim =
    domain && selector && dkimKeyFile ? { domain, selector, privateKey: readFileSync(dkimKeyFile, 'utf8') } : null;
  return new MailSender({ server, from, dkim });
}

/** Hands mails to a mail server. */
export class MailSender {
  readonly #from: Mailbox;
  readonly #timeout: number;
  readonly #transport: ReturnType<typeof createTransport>;
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: SenderOptions) {
    this.#from = options.from;
    this.#timeout = options.timeout ?? sendTimeout;
    this.#transport = createTransport(options);
    this.#transport.use('stream', (mail, done) => {
      const { onHandedOver } = mail.data as WatchedMail;
      // A new one for each attempt, which the types do not know: the pool starts again where a connection was lost before.
      mail.message.transform((() => endWatch(onHandedOver)) as unknown as PassThrough);
      done();
    });
  }

  /**
   * Resolves once the server has taken the mail.
   *
   * @throws {SendFailure} where it has not, or nobody knows.
   * @throws {WrongMail}
   */
  async send(mail: OutgoingMail): Promise<void> {
    const sending = this.#send(mail);
    this.#underWay.add(sending);
    try {
      await sending;
    } finally {
      this.#underWay.delete(sending);
    }
  }

  /** Lets what is under way end within `grace` milliseconds. */
  async close(grace: number): Promise<void> {
    await inTime(grace, () => Promise.allSettled(this.#underWay));
    (this.#transport.close as (options: { force: boolean }) => void)({ force: true });
  }

  async #send(mail: OutgoingMail): Promise<void> {
    const { html, text } = mail;
    let handedOver = false;
    const message: WatchedMail = {
      ...checkedMail(mail, this.#from),
      html,
      text,
      signal: AbortSignal.timeout(this.#timeout),
      onHandedOver: () => (handedOver = true),
    };
    try {
      await this.#transport.sendMail(message);
    } catch (error) {
      throw error instanceof SendFailure ? error : sendFailure(error as Error, handedOver);
    }
  }
}

type WatchedMail = Parameters<ReturnType<typeof createTransport>['sendMail']>[0] & {
  signal: AbortSignal;
  onHandedOver: () => void;
};

function createTransport({ server, dkim }: SenderOptions) {
  return nodemailer.createTransport(
    {
      ...pool,
      ...timeouts,
      host: server.host,
      port: server.port,
      secure: server.tls === 'start',
      requireTLS: server.tls === 'required',
      ignoreTLS: server.tls === 'none',
      tls: { minVersion: 'TLSv1.2' },
      ...(server.user !== null && { auth: { user: server.user, pass: server.password } }),
      ...(dkim && {
        dkim: {
          domainName: dkim.domain,
          keySelector: dkim.selector,
          privateKey: dkim.privateKey,
          headerFieldNames: signedHeaders,
        },
      }),
    },
    { disableFileAccess: true, disableUrlAccess: true, xMailer: false },
  );
}

/** Passes the mail on, and says when all of it has gone. Nothing is read before the server asks for the mail. */
function endWatch(onEnd: () => void): PassThrough {
  return new PassThrough({
    flush(done) {
      onEnd();
      done();
    },
  });
}
