import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import { createMailSources } from '../../mail/incoming/create-sources.ts';
import type { MailReader } from '../../mail/incoming/mail-reader.ts';
import type { MailSource } from '../../mail/incoming/mail-source.ts';
import type { MailConfig } from '../../mail/mail-settings.ts';
import type { MailSender } from '../../mail/outgoing/mail-sender.ts';
import type { Background } from '../../platform/background.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RowId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/log.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isAdministrator, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { AnswerAddresses } from './incoming/answer-addresses.ts';
import type { AnswerDesk } from './incoming/answer-desk.ts';
import { moveAnswered, moveMails } from './incoming/answer-address-store.ts';
import { heldFor, type HeldAnswers } from './incoming/held-answers.ts';
import { forgetIncoming, forgetReplies } from './incoming/incoming-store.ts';
import type { MailIntake } from './incoming/mail-intake.ts';
import type { MailStops } from './mail-stops.ts';
import type { MailPost } from './outgoing/mail-post.ts';
import type { Recipients } from './recipients.ts';
import type { MailStop } from './mail-stop.ts';

const day = 24 * 60 * 60 * 1000;
/** How long it is known which mails were taken, so that none is taken twice. */
const takenFor = 60 * day;
const mostStops = 100;

export interface MailParts {
  config: MailConfig;
  database: DatabaseConnection;
  idempotency: Idempotency;
  clock: Clock;
  log: Logger;
  sender: MailSender | null;
  reader: MailReader;
  recipients: Recipients;
  post: MailPost;
  intake: MailIntake;
  desk: AnswerDesk;
  held: HeldAnswers;
  answers: AnswerAddresses;
  stops: MailStops;
}

/** Mails to people, and their answers. */
export class MailService implements Background {
  readonly post: MailPost;
  readonly desk: AnswerDesk;
  readonly held: HeldAnswers;
  readonly intake: MailIntake;
  readonly recipients: Recipients;
  readonly answers: AnswerAddresses;
  /** Where mails come from, as the settings say. */
  readonly sources: readonly MailSource[];
  readonly #parts: MailParts;

  constructor(parts: MailParts) {
    this.#parts = parts;
    this.post = parts.post;
    this.desk = parts.desk;
    this.held = parts.held;
    this.intake = parts.intake;
    this.recipients = parts.recipients;
    this.answers = parts.answers;
    this.sources = createMailSources(parts.config, parts.intake, parts.log);
  }

  async start(): Promise<void> {
    for (const source of this.sources) await source.start();
  }

  async stop(grace: number): Promise<void> {
    await Promise.all(this.sources.map((source) => source.stop(grace)));
  }

  async close(): Promise<void> {
    await this.#parts.sender?.close(0);
    await this.#parts.reader.close();
  }

  /** The addresses to which nothing is sent, because they take no mails, the last first: 100 at most. For administrators. */
  async stopped(viewer: Viewer): Promise<MailStop[]> {
    return isAdministrator(viewer) ? this.#parts.stops.list(this.#parts.database.db, mostStops) : [];
  }

  /** The stop of the viewer's own address, if no mails are sent to it. */
  async ownStop(viewer: Viewer): Promise<MailStop | null> {
    const to = isSignedIn(viewer) ? await this.recipients.byId(viewer.id) : null;
    return to && this.#parts.stops.find(this.#parts.database.db, to.mailbox.address);
  }

  /**
   * Sends mails to an address again, for administrators.
   *
   * @returns The stop that there was; null where there was none.
   * @throws {Refusal} UNAUTHENTICATED or FORBIDDEN.
   */
  async liftStop(viewer: Viewer, address: string, key: string): Promise<MailStop | null> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    if (!isAdministrator(viewer)) throw new Refusal('FORBIDDEN', 'Only administrators may do this.');
    const { idempotency, stops } = this.#parts;
    const write = { key, operation: 'liftMailStop', input: { address } };
    const { stop } = await idempotency.run(viewer, write, async (trx, { id }) => ({
      stop: await stops.lift(trx, id, address),
    }));
    return stop;
  }

  /** Forgets addresses that have ended, and what was sent and taken long ago. */
  async forget(): Promise<void> {
    const { answers, stops, post, clock } = this.#parts;
    const { db } = this.#parts.database;
    const now = clock.now();
    await answers.forget(db);
    await stops.forget(db);
    await post.forget();
    await forgetIncoming(db, now - takenFor, now - heldFor);
    await forgetReplies(db, now - day);
  }

  async pageMoved(
    trx: Executor,
    { from, to }: { from: { rowId: RowId | null }; to: { rowId: RowId | null } },
  ): Promise<void> {
    if (from.rowId && to.rowId) await moveAnswered(trx, from.rowId, to.rowId);
  }

  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    await moveMails(trx, fromId, intoId);
    return {};
  }
}
