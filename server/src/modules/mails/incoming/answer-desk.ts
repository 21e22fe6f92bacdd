import { createHash } from 'node:crypto';
import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import { isSameAddress } from '../../../mail/mail-address.ts';
import type { Answered, DeclaredAnswers } from '../../../mail/mail-answer.ts';
import { type IncomingMail, UnreadableMail } from '../../../mail/incoming/incoming-mail.ts';
import type { MailReader } from '../../../mail/incoming/mail-reader.ts';
import type { MailCounts, TakenOutcome } from '../../../metrics/mail-metrics.ts';
import { callerOf } from '../../../platform/caller.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { RateLimit } from '../../../platform/rate-limit.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { JobRun } from '../../../queue/job.ts';
import type { MailPost } from '../outgoing/mail-post.ts';
import type { Addressee, Recipients } from '../recipients.ts';
import type { AnswerAddresses } from './answer-addresses.ts';
import type { Bounces } from './bounces.ts';
import * as store from './incoming-store.ts';
import type { RefusalReason } from './reply-mails.ts';

const hour = 60 * 60 * 1000;
/** How many answers of one person are held in an hour. More are no person's, and nobody is asked about them. */
const mostHeld = 10;

export interface DeskParts {
  database: DatabaseConnection;
  clock: Clock;
  counts: MailCounts;
  reader: MailReader;
  recipients: Recipients;
  answers: AnswerAddresses;
  bounces: Bounces;
  post: MailPost;
  rateLimit: RateLimit;
  /** By GraphQL type. Complete once all modules are there. */
  takers: ReadonlyMap<string, DeclaredAnswers>;
}

/** What is stored of a mail that was dealt with. */
interface Dealt {
  readonly outcome: TakenOutcome;
  also?(trx: Executor): Promise<unknown>;
  isHeld?: boolean;
}

/** Decides what becomes of mails that were taken in. */
export class AnswerDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  async take({ payload, finish }: JobRun<{ mailId: RowId }>): Promise<void> {
    const { database, counts } = this.#parts;
    const stored = await store.findIncoming(database.db, payload.mailId);
    if (!stored || stored.state === 'DONE' || stored.state === 'HELD') return;
    const { outcome, also, isHeld } = await this.#deal(stored);
    await database.transaction(async (trx) => {
      await (isHeld ? store.setHeld(trx, stored.id) : store.setDone(trx, stored.id));
      await finish(trx);
      await also?.(trx);
    });
    counts.taken(outcome);
  }

  async #deal(stored: store.StoredIncoming): Promise<Dealt> {
    const { reader, bounces } = this.#parts;
    let mail: IncomingMail;
    try {
      mail = await reader.read(stored.raw);
    } catch (error) {
      if (error instanceof UnreadableMail) return { outcome: 'unreadable' };
      throw error;
    }
    const { kind, bounce } = mail;
    if (kind === 'bounce') return { outcome: 'bounce', also: (trx) => bounces.take(trx, bounce!) };
    if (kind !== 'answer') return { outcome: kind };
    const answered = await this.#answered(mail);
    return answered ? this.#answer(stored, mail, answered) : this.#toSender(mail, 'ADDRESS');
  }

  /** By the first of the addresses that leads to something. */
  async #answered({ sentTo }: IncomingMail): Promise<{ personId: RowId; to: Answered } | null> {
    const { answers, database } = this.#parts;
    for (const address of sentTo) {
      const found = await answers.find(database.db, address);
      if (found) return found;
    }
    return null;
  }

  async #answer(
    { id, state }: store.StoredIncoming,
    mail: IncomingMail,
    { personId, to }: { personId: RowId; to: Answered },
  ): Promise<Dealt> {
    const person = await this.#parts.recipients.byId(personId);
    if (!person) return { outcome: 'unknown' };
    const isTheirs = mail.proof !== null && mail.from !== null && isSameAddress(mail.from, person.mailbox.address);
    if (!isTheirs && state !== 'CONFIRMED') return this.#hold(id, person);
    try {
      await this.#give(person, mail, to);
      return { outcome: 'answer' };
    } catch (error) {
      // Whoever writes too much waits; their words do not get lost.
      if (!(error instanceof Refusal) || error.code === 'RATE_LIMITED') throw error;
      return this.#tell(person, mail, error.code);
    }
  }

  async #give({ viewer, language }: Addressee, mail: IncomingMail, to: Answered): Promise<void> {
    const { takers, rateLimit } = this.#parts;
    const { taker, countAs } = takers.get(to.type) ?? {};
    if (!taker) throw new Refusal('NOT_FOUND', 'This cannot be answered by mail.');
    await rateLimit.take(callerOf(viewer, '', 1), countAs!);
    const { written, attachments } = mail;
    const rest = mail.rest.trim() === '' ? null : mail.rest;
    await taker.take(viewer, { to, written, rest, attachments, language }, keyOf(mail, to));
  }

  /** Asks the person whose address it came for whether it is theirs. */
  async #hold(mailId: RowId, { viewer }: Addressee): Promise<Dealt> {
    const { post, database, clock } = this.#parts;
    const held = await post.count(database.db, viewer.id, ['answerHeld'], clock.now() - hour);
    if (!post.isOpen || held >= mostHeld) return { outcome: 'unknown' };
    return { outcome: 'held', isHeld: true, also: (trx) => post.add(trx, viewer.id, 'answerHeld', { mailId }) };
  }

  /** Tells the sender why a mail leads nowhere, if they are somebody of the directory. */
  async #toSender(mail: IncomingMail, reason: RefusalReason): Promise<Dealt> {
    const person = mail.from === null ? null : await this.#parts.recipients.byAddress(mail.from);
    return person ? this.#tell(person, mail, reason) : { outcome: 'unknown' };
  }

  /** Not twice within an hour: so no two programs go on answering each other. */
  #tell({ viewer, mailbox }: Addressee, { subject, messageId }: IncomingMail, reason: RefusalReason): Dealt {
    const { post, clock } = this.#parts;
    const now = clock.now();
    return {
      outcome: 'refused',
      also: async (trx) => {
        if (await store.takeReply(trx, mailbox.address.toLowerCase(), now, now - hour))
          await post.add(trx, viewer.id, 'answerRefused', { reason, subject: subject.slice(0, 200), messageId });
      },
    };
  }
}

/** The same for each copy of a mail. */
function keyOf({ messageId }: IncomingMail, { type, id }: Answered): string {
  return `mail ${createHash('sha256')
    .update(JSON.stringify([messageId, type, id]))
    .digest('base64url')}`;
}
