import { auditReference } from '../../audit/audit-entry.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RowId } from '../../platform/ids.ts';
import type { MailStop } from './mail-stop.ts';
import * as store from './stop-store.ts';

declare module '../../audit/audit-entry.ts' {
  interface AuditActions {
    stopMails: { status: string | null };
    liftMailStop: { status: string | null };
  }
}

/** How long an address that takes no mails is left alone. Then the next mail shows whether it is there again. */
const stopTime = 30 * 24 * 60 * 60 * 1000;

/** The addresses to which nothing is sent, because they take no mails. */
export class MailStops {
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor({ clock, audit }: { clock: Clock; audit: AuditLog }) {
    this.#clock = clock;
    this.#audit = audit;
  }

  /** Last in its transaction, as it is recorded. @param status - What the mail server said: `5.1.1`. */
  async add(trx: Executor, personId: RowId, address: string, status: string | null): Promise<void> {
    const stop = { address: address.toLowerCase(), personId, status, stoppedAt: this.#clock.now() };
    if (!(await store.insertStop(trx, stop, this.#since))) return;
    const subject = auditReference('Person', personId);
    await this.#audit.record(trx, { actor: 'server', action: 'stopMails', subject, details: { status } });
  }

  /**
   * Sends mails to an address again. Last in its transaction, as it is recorded.
   *
   * @param by - The administrator.
   * @returns The stop that there was.
   */
  async lift(trx: Executor, by: RowId, address: string): Promise<MailStop | null> {
    const stop = await this.find(trx, address);
    if (!stop) return null;
    await store.deleteStop(trx, stop.address);
    const [actor, subject] = [auditReference('Person', by), auditReference('Person', stop.personId)];
    await this.#audit.record(trx, { actor, action: 'liftMailStop', subject, details: { status: stop.status } });
    return stop;
  }

  async has(db: Executor, address: string): Promise<boolean> {
    return (await this.find(db, address)) !== null;
  }

  /** The stop of an address, if no mails are sent to it. */
  async find(db: Executor, address: string): Promise<MailStop | null> {
    return (await store.findStop(db, address.trim().toLowerCase(), this.#since)) ?? null;
  }

  list(db: Executor, limit: number): Promise<MailStop[]> {
    return store.findStops(db, this.#since, limit);
  }

  async forget(db: Executor): Promise<void> {
    await store.forgetStops(db, this.#since);
  }

  get #since(): number {
    return this.#clock.now() - stopTime;
  }
}
