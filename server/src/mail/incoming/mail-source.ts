import type { Logger } from '../../platform/log.ts';
import type { RawMail } from './incoming-mail.ts';

/** What is done with mails that come in. */
export interface MailHandler {
  /** Whether an address is one of ours. */
  accepts(address: string): boolean | Promise<boolean>;
  /**
   * Stores a mail. It is called once or more for each: a server that does not get our answer hands the mail over again, and
   * several nodes may look at the same mailbox. The id tells doubles.
   *
   * @throws {MailRefused} for a mail that is never taken. After any other error the mail comes again.
   */
  take(mail: RawMail & { messageId: string }): Promise<void>;
}

/** Where mails come from: a server that hands them over, or a mailbox. */
export interface MailSource {
  start(): Promise<void>;
  /** Takes nothing new, and lets what is under way end within `grace` milliseconds. */
  stop(grace: number): Promise<void>;
}

export interface SourceParts {
  handler: MailHandler;
  /** In bytes. */
  maxSize: number;
  log: Logger;
}

/** A mail that is never taken. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
