import { z } from 'zod';
import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import { layOut } from '../../../mail/outgoing/mail-layout.ts';
import type { MailComposer, MailDraft, MailKind, MailKinds } from '../../../mail/outgoing/mail-composer.ts';
import type { MailSender } from '../../../mail/outgoing/mail-sender.ts';
import { type OutgoingMail, WrongMail } from '../../../mail/outgoing/outgoing-mail.ts';
import { SendFailure } from '../../../mail/outgoing/send-failure.ts';
import { domainOf, type Mailbox } from '../../../mail/mail-address.ts';
import type { MailCounts } from '../../../metrics/mail-metrics.ts';
import type { Clock } from '../../../platform/clock.ts';
import { newId, type RowId } from '../../../platform/ids.ts';
import type { Logger } from '../../../platform/log.ts';
import type { JobRun } from '../../../queue/job.ts';
import type { JobQueue } from '../../../queue/job-queue.ts';
import type { AnswerAddresses } from '../incoming/answer-addresses.ts';
import type { MailStops } from '../mail-stops.ts';
import type { Addressee, Recipients } from '../recipients.ts';
import * as store from './outgoing-store.ts';

declare module '../../../queue/job.ts' {
  interface JobKinds {
    sendMail: { mailId: RowId };
  }
}

export const mailJob = z.object({ mailId: z.string() as unknown as z.ZodType<RowId> });

/** How long it is known what was sent to whom. */
const keptFor = 90 * 24 * 60 * 60 * 1000;

export interface PostParts {
  database: DatabaseConnection;
  clock: Clock;
  log: Logger;
  queue: JobQueue;
  counts: MailCounts;
  recipients: Recipients;
  answers: AnswerAddresses;
  stops: MailStops;
  /** Null where no mails are sent. */
  sender: MailSender | null;
  from: Mailbox | null;
  /** By kind. Complete once all modules are there. */
  composers: ReadonlyMap<string, MailComposer>;
}

interface WrittenMail {
  readonly to: Addressee;
  readonly draft: MailDraft;
}

/** Sends mails, later than they are asked for: by jobs. A mail is written when it is sent, from what stands then. */
export class MailPost {
  readonly #parts: PostParts;

  constructor(parts: PostParts) {
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return this.#parts.sender !== null;
  }

  /** Sends a mail once the transaction is stored; nothing where no mails are sent. */
  async add<Kind extends MailKind>(trx: Executor, personId: RowId, kind: Kind, about: MailKinds[Kind]): Promise<void> {
    if (!this.isOpen) return;
    const { clock, queue } = this.#parts;
    const id = newId();
    const mail = {
      id,
      person_id: personId,
      kind,
      about: JSON.stringify(about),
      state: 'WAITING',
      address: null,
    } as const;
    await store.insertMail(trx, { ...mail, created_at: clock.now() });
    await queue.add(trx, 'sendMail', { mailId: id });
  }

  /** How many mails of some kinds somebody was sent since a moment, or will be. */
  count(executor: Executor, personId: RowId, kinds: readonly MailKind[], since: number): Promise<number> {
    return store.countMails(executor, personId, { kinds, since });
  }

  async send(job: JobRun<{ mailId: RowId }>): Promise<void> {
    const { database, counts, sender } = this.#parts;
    const mail = await store.findMail(database.db, job.payload.mailId);
    if (!mail || !sender || (mail.state !== 'WAITING' && mail.state !== 'SENDING')) return;
    const written = await this.#write(mail);
    if (!written) return this.#end(job, mail, 'DROPPED');
    if (await this.#isPutOff(job, mail, written.to)) return;
    if (mail.state === 'SENDING') counts.sent(mail.kind, 'perhaps_twice');
    const address = written.to.mailbox.address.toLowerCase();
    // Before it is handed over: a process that ends meanwhile leaves a mail of which nobody knows whether it is sent.
    const replyTo = await database.transaction(async (trx) => {
      await store.setState(trx, mail.id, { state: 'SENDING', address });
      return this.#replyTo(trx, written);
    });
    try {
      await sender.send(this.#whole(mail, written, replyTo));
    } catch (error) {
      return this.#failed(job, { ...mail, address }, error);
    }
    await this.#end(job, mail, 'SENT');
  }

  async forget(): Promise<void> {
    await store.forgetMails(this.#parts.database.db, this.#parts.clock.now() - keptFor);
  }

  /** Null where there is nothing to say any more, or nobody to say it to. */
  async #write({ personId, kind, about }: store.StoredMail): Promise<WrittenMail | null> {
    const { recipients, stops, database, composers } = this.#parts;
    const to = await recipients.byId(personId);
    if (!to || (await stops.has(database.db, to.mailbox.address))) return null;
    const draft = await composers.get(kind)!.compose(to, JSON.parse(about) as never);
    return draft && { to, draft };
  }

  /** Quiet hours may have begun since it was to be sent first. */
  async #isPutOff({ payload, finish }: JobRun<{ mailId: RowId }>, mail: store.StoredMail, to: Addressee) {
    const { composers, clock, database, queue } = this.#parts;
    const opensAt = composers.get(mail.kind)!.opensAt;
    if (!opensAt) return false;
    const dueAt = await opensAt(to);
    if (dueAt !== null && dueAt <= clock.now()) return false;
    if (dueAt === null) await this.#end({ finish }, mail, 'DROPPED');
    else
      await database.transaction(async (trx) => {
        await queue.add(trx, 'sendMail', payload, { dueAt });
        await finish(trx);
      });
    return true;
  }

  async #replyTo(trx: Executor, { to, draft }: WrittenMail): Promise<Mailbox | null> {
    if (!draft.answers) return null;
    const address = await this.#parts.answers.create(trx, to.viewer.id, draft.answers);
    return address === null ? null : { name: this.#parts.from!.name, address };
  }

  #whole({ id }: store.StoredMail, { to, draft }: WrittenMail, replyTo: Mailbox | null): OutgoingMail {
    const { answers } = this.#parts;
    const from = this.#parts.from!;
    const { subject, preview, blocks, footer, references = [], list, unsubscribeUrl, fromName, isReply } = draft;
    const brand = from.name || 'Parvis';
    const content = { lang: to.language, brand, preview, blocks, footer, answerable: replyTo !== null };
    const domain = domainOf(from.address);
    return {
      to: to.mailbox,
      subject,
      ...layOut(content),
      messageId: `${id}@${domain}`,
      ...(fromName !== undefined && { fromName: `${fromName} (${brand})` }),
      references,
      ...(references.length > 0 && { inReplyTo: references.at(-1)! }),
      ...(list !== undefined && { listId: `${list}.${domain}` }),
      // Programs that unsubscribe with one click do so by https alone.
      ...(unsubscribeUrl?.startsWith('https:') && { unsubscribeUrl }),
      ...(replyTo && { replyTo }),
      ...(isReply ? { returnPath: null, isReply } : answers.base !== null && { returnPath: answers.base }),
    };
  }

  async #failed(job: JobRun<unknown>, mail: store.StoredMail, error: unknown): Promise<void> {
    const { database, log, counts, stops } = this.#parts;
    const { id, kind, personId, address } = mail;
    if (error instanceof SendFailure && error.kind === 'later') {
      if (!error.perhapsSent) await store.setState(database.db, id, { state: 'WAITING' });
      counts.sent(kind, 'later');
      throw error;
    }
    if (!(error instanceof SendFailure || error instanceof WrongMail)) throw error;
    const code = error instanceof SendFailure ? error.code : null;
    log.warn({ mail: id, kind, code, failure: error.name }, 'a mail was refused, and is not sent again');
    await this.#end(job, mail, 'FAILED', async (trx) => {
      if (error instanceof SendFailure && error.kind === 'recipient')
        await stops.add(trx, personId, address!, code === null ? null : String(code));
    });
  }

  async #end(
    job: Pick<JobRun<unknown>, 'finish'>,
    { id, kind }: store.StoredMail,
    state: 'SENT' | 'DROPPED' | 'FAILED',
    also: (trx: Executor) => Promise<void> = async () => {},
  ): Promise<void> {
    await this.#parts.database.transaction(async (trx) => {
      await store.setState(trx, id, { state });
      await job.finish(trx);
      await also(trx);
    });
    this.#parts.counts.sent(kind, state.toLowerCase() as 'sent' | 'dropped' | 'failed');
  }
}
