import type { RawMail } from '../../../server/src/mail/incoming/incoming-mail.ts';
import type { MailHandler } from '../../../server/src/mail/incoming/mail-source.ts';

/** Takes mails for the domain `x.example` and keeps them, or does not, as a test wants it. */
export class MailBox implements MailHandler {
  readonly mails: (RawMail & { messageId: string })[] = [];
  failure: Error | null = null;
  /** How often a mail was handed over, also where it was not stored. */
  calls = 0;
  readonly #waiting: (() => void)[] = [];
  #held: Promise<undefined> | null = null;

  accepts(address: string): boolean {
    if (address.startsWith('trouble@')) throw new Error('The database is away.');
    return address.endsWith('@x.example');
  }

  async take(mail: RawMail & { messageId: string }): Promise<void> {
    this.calls++;
    for (const wake of this.#waiting.splice(0)) wake();
    await this.#held;
    if (this.failure) throw this.failure;
    this.mails.push(mail);
  }

  /** Makes storing wait until the function that is returned is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#held = promise;
    return () => {
      this.#held = null;
      resolve(undefined);
    };
  }

  /** Waits until a mail is handed over next. */
  async isCalled(): Promise<void> {
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
