import { z } from 'zod';
import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import type { Delivery, Followed } from '../../../events/notices.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { RowId } from '../../../platform/ids.ts';
import { audiencesOf } from '../../../platform/readable.ts';
import type { SignedInViewer } from '../../../platform/viewer.ts';
import { dateOf, momentOf, startOf, wallTimeAt } from '../../../platform/zoned-time.ts';
import type { JobRun } from '../../../queue/job.ts';
import type { JobQueue } from '../../../queue/job-queue.ts';
import type { MailService } from '../../mails/index.ts';
import type { PreferenceService } from '../preferences/preference-service.ts';
import type { ScheduleService } from '../preferences/schedule-service.ts';
import { type DigestRules, nextDigest } from '../quiet/digest.ts';
import { isQuiet, nextOpen } from '../quiet/quiet.ts';
import type { QuietRules } from '../quiet/quiet-rules.ts';
import * as store from './mailing-store.ts';

declare module '../../../queue/job.ts' {
  interface JobKinds {
    mailNotices: { personId: RowId };
    sendDigest: DigestToSend;
  }
}

interface DigestToSend {
  personId: RowId;
  /** For which moment it is; none for one that has waited for the end of quiet hours. */
  at?: number | undefined;
}

const personId = z.string() as unknown as z.ZodType<RowId>;
export const noticesJob = z.object({ personId });
export const digestJob = noticesJob.extend({ at: z.number().optional() });

/** Somebody to be told, with when they want that. */
interface Told {
  readonly id: RowId;
  readonly viewer: SignedInViewer;
  readonly quiet: QuietRules;
  readonly digest: DigestRules | null;
}

type Chosen = store.Untold & { readonly delivery: Delivery };

const minute = 60_000;

/**
 * Decides when people get mails of what they are told: one job of a kind waits for each person who has something to get. What is
 * mailed is decided when it runs.
 */
export class MailPlan {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #queue: JobQueue;
  readonly #mails: Pick<MailService, 'post' | 'recipients'>;
  readonly #preferences: Pick<PreferenceService, 'deliveriesOf' | 'kindsOf'>;
  readonly #schedules: ScheduleService;
  readonly #placesOf: (trx: Executor, at: store.Untold['at']) => Promise<Followed[]>;
  readonly #delay: number;
  readonly #budget: number;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    queue: JobQueue;
    mails: Pick<MailService, 'post' | 'recipients'>;
    preferences: Pick<PreferenceService, 'deliveriesOf' | 'kindsOf'>;
    schedules: ScheduleService;
    /** Where something is, from the nearest on. */
    placesOf: (trx: Executor, at: store.Untold['at']) => Promise<Followed[]>;
    config: { mailDelay: number; mailBudget: number };
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#queue = parts.queue;
    this.#mails = parts.mails;
    this.#preferences = parts.preferences;
    this.#schedules = parts.schedules;
    this.#placesOf = parts.placesOf;
    this.#delay = parts.config.mailDelay * minute;
    this.#budget = parts.config.mailBudget;
  }

  /** Sees to the mails of people who were told something new. */
  async note(trx: Executor, told: readonly RowId[], deliveries: ReadonlyMap<RowId, Delivery>): Promise<void> {
    if (!this.#mails.post.isOpen) return;
    const wanting = (delivery: Delivery) => told.filter((id) => deliveries.get(id) === delivery);
    const dueAt = this.#clock.now() + this.#delay;
    const jobs = wanting('MAIL').map((id) => ({ key: id, payload: { personId: id }, dueAt }));
    await this.#queue.addKeyed(trx, 'mailNotices', jobs);
    await this.#addDigests(trx, wanting('DIGEST'));
  }

  async mailNotices({ payload, finish }: JobRun<{ personId: RowId }>): Promise<void> {
    await this.#forPerson(payload.personId, finish, (trx, person) => this.#mail(trx, person));
  }

  async sendDigest({ payload, finish }: JobRun<DigestToSend>): Promise<void> {
    await this.#forPerson(payload.personId, finish, async (trx, person) => {
      const { digest } = person;
      const { at } = payload;
      const now = this.#clock.now();
      if (!digest) return;
      // They may have chosen another time since.
      if (at !== undefined && nextDigest(at - 1, digest) !== at) return this.#addDigests(trx, [person.id]);
      if (await this.#waits(trx, person, 'sendDigest')) return;
      const untold = await this.#untold(trx, person, 'read', ['DIGEST', 'MAIL']);
      // What waits for a mail of its own is not in the digest.
      const isDue = ({ delivery, lastAt }: Chosen) => delivery === 'DIGEST' || lastAt + this.#delay <= now;
      await this.#send(trx, person.id, 'digest', untold.filter(isDue));
    });
  }

  async #mail(trx: Executor, person: Told): Promise<void> {
    const { id } = person;
    if (await this.#waits(trx, person, 'mailNotices')) return;
    const untold = await this.#untold(trx, person, 'seen', ['MAIL']);
    if (untold.length === 0) return;
    // What was told first may have been seen meanwhile; the others wait as long as it did.
    const dueAt = Math.min(...untold.map(({ lastAt }) => lastAt)) + this.#delay;
    if (dueAt > this.#clock.now()) return this.#queue.add(trx, 'mailNotices', { personId: id }, { key: id, dueAt });
    if (await this.#isSpent(trx, person)) return this.#addDigests(trx, [id]);
    await this.#send(trx, id, 'notices', untold);
  }

  async #forPerson(
    id: RowId,
    finish: JobRun<unknown>['finish'],
    decide: (trx: Executor, person: Told) => Promise<void>,
  ): Promise<void> {
    const { db } = this.#database;
    const person = await this.#mails.recipients.byId(id);
    const quiet = (await this.#schedules.quietRulesOf(db, [id])).get(id)!;
    const digest = (await this.#schedules.digestRulesOf(db, [id])).get(id) ?? null;
    await this.#database.transaction(async (trx) => {
      await store.lockMailing(trx, id);
      if (person) await decide(trx, { id, viewer: person.viewer, quiet, digest });
      await finish(trx);
    });
  }

  /** Puts a job off to the end of quiet hours. Answers whether that was needed. */
  async #waits(trx: Executor, { id, quiet }: Told, kind: 'mailNotices' | 'sendDigest'): Promise<boolean> {
    const now = this.#clock.now();
    if (!isQuiet(now, quiet)) return false;
    const dueAt = nextOpen(now, quiet);
    // Whoever has no hours at all gets no mails.
    if (dueAt !== null) await this.#queue.add(trx, kind, { personId: id }, { key: id, dueAt });
    return true;
  }

  /** What a person wants to get in one of these ways. */
  async #untold(
    trx: Executor,
    { id, viewer }: Told,
    unless: store.Unless,
    wanted: readonly Delivery[],
  ): Promise<Chosen[]> {
    const audiences = await audiencesOf({ ...viewer, readership: viewer.readership.within(trx) });
    const kinds = await this.#preferences.kindsOf(trx, id, wanted);
    if (kinds.length === 0) return [];
    const chosen: Chosen[] = [];
    for (const untold of await store.findUntold(trx, id, { audiences, unless, which: { kinds } })) {
      const about = { kind: untold.kind, places: await this.#placesOf(trx, untold.at) };
      const delivery = (await this.#preferences.deliveriesOf(trx, [id], about)).get(id)!;
      if (wanted.includes(delivery)) chosen.push({ ...untold, delivery });
    }
    return chosen;
  }

  async #send(trx: Executor, id: RowId, kind: 'notices' | 'digest', untold: readonly store.Untold[]): Promise<void> {
    if (untold.length === 0) return;
    await store.setMailed(trx, id, untold);
    const notices = untold.map(({ id: noticeId, mailedAt }): [RowId, number] => [noticeId, mailedAt]);
    await this.#mails.post.add(trx, id, kind, { notices });
  }

  /** Whether a person has had as many mails today as they get in a day. */
  async #isSpent(trx: Executor, { id, quiet: { zone } }: Told): Promise<boolean> {
    const today = momentOf(startOf(dateOf(wallTimeAt(this.#clock.now(), zone))), zone);
    return (await this.#mails.post.count(trx, id, ['notices'], today)) >= this.#budget;
  }

  async #addDigests(trx: Executor, ids: readonly RowId[]): Promise<void> {
    const now = this.#clock.now();
    const rules = await this.#schedules.digestRulesOf(trx, ids);
    const jobs = ids.flatMap((id) => {
      const digest = rules.get(id);
      const at = digest && nextDigest(now, digest);
      return at ? [{ key: id, payload: { personId: id, at }, dueAt: at }] : [];
    });
    await this.#queue.addKeyed(trx, 'sendDigest', jobs);
  }
}
