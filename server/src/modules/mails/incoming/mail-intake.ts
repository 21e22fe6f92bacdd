import { createHash } from 'node:crypto';
import type { DatabaseConnection } from '../../../database/connect.ts';
import type { RawMail } from '../../../mail/incoming/incoming-mail.ts';
import type { MailHandler } from '../../../mail/incoming/mail-source.ts';
import type { Clock } from '../../../platform/clock.ts';
import { newId, type RowId } from '../../../platform/ids.ts';
import type { JobQueue } from '../../../queue/job-queue.ts';
import type { AnswerAddresses } from './answer-addresses.ts';
import * as store from './incoming-store.ts';

declare module '../../../queue/job.ts' {
  interface JobKinds {
    takeMail: { mailId: RowId };
  }
}

/** Stores mails that come in. What becomes of them is decided by their jobs. */
export class MailIntake implements MailHandler {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #queue: JobQueue;
  readonly #addresses: AnswerAddresses;

  constructor(parts: { database: DatabaseConnection; clock: Clock; queue: JobQueue; answers: AnswerAddresses }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#queue = parts.queue;
    this.#addresses = parts.answers;
  }

  accepts(address: string): boolean {
    return this.#addresses.isOurs(address);
  }

  /** Once for each mail and the addresses that it came for, however often it is handed over. */
  async take({ messageId, ...raw }: RawMail & { messageId: string }): Promise<void> {
    const to = raw.envelope.to.map((address) => address.toLowerCase()).sort();
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([messageId, to]))
      .digest('base64url');
    await this.#database.transaction(async (trx) => {
      const id = newId();
      if (await store.insertIncoming(trx, { id, fingerprint, raw, takenAt: this.#clock.now() }))
        await this.#queue.add(trx, 'takeMail', { mailId: id });
    });
  }
}
