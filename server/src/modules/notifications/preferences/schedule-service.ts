import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import type { Idempotency } from '../../../database/idempotency.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { RowId } from '../../../platform/ids.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { isSignedIn, type Viewer } from '../../../platform/viewer.ts';
import { dateAt, type LocalDate } from '../../../platform/zoned-time.ts';
import type { AbsenceService } from '../../absences/index.ts';
import type { PeopleService } from '../../people/index.ts';
import type { DigestRules } from '../quiet/digest.ts';
import type { Holidays } from '../quiet/holidays.ts';
import type { QuietRules } from '../quiet/quiet-rules.ts';
import {
  checkedDigest,
  checkedHours,
  defaultDigest,
  type Digest,
  digestRules,
  emptySchedule,
  type QuietHours,
  type Schedule,
  type ScheduleDefaults,
} from './schedule.ts';
import * as store from './schedule-store.ts';

/** When people get what does not come at once. */
export class ScheduleService {
  readonly defaults: ScheduleDefaults;
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #people: Pick<PeopleService, 'byIds'>;
  readonly #absences: Pick<AbsenceService, 'away'>;
  readonly #holidays: Holidays;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    people: Pick<PeopleService, 'byIds'>;
    absences: Pick<AbsenceService, 'away'>;
    holidays: Holidays;
    /** As the company has it. */
    defaults: ScheduleDefaults;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#people = parts.people;
    this.#absences = parts.absences;
    this.#holidays = parts.holidays;
    this.defaults = parts.defaults;
  }

  /** When each of some people wants quiet, from now on. Asks no policy. */
  async quietRulesOf(executor: Executor, personIds: readonly RowId[]): Promise<Map<RowId, QuietRules>> {
    const now = this.#clock.now();
    const schedules = await store.findSchedules(executor, personIds);
    const away = await this.#absences.away(executor, personIds, now);
    const people = await this.#people.byIds(personIds);
    const rules = personIds.map(async (id): Promise<[RowId, QuietRules]> => {
      const schedule = schedules.get(id) ?? emptySchedule(id);
      const zone = schedule.zone ?? this.defaults.zone;
      const holidayUntil = away.get(id) ?? null;
      const site = schedule.site ?? people.get(id)?.location ?? null;
      const holidays = await this.#daysOff(schedule, site, dateAt(now, zone), holidayUntil);
      return [id, { zone, hours: schedule.hours ?? this.defaults.hours, holidays, holidayUntil }];
    });
    return new Map(await Promise.all(rules));
  }

  /** When each of some people gets a digest; null for who wants none. Asks no policy. */
  async digestRulesOf(executor: Executor, personIds: readonly RowId[]): Promise<Map<RowId, DigestRules | null>> {
    const schedules = await store.findSchedules(executor, personIds);
    return new Map(personIds.map((id) => [id, digestRules(schedules.get(id) ?? emptySchedule(id), this.defaults)]));
  }

  /** What a person chose. */
  async of(personId: RowId): Promise<Schedule> {
    return (await store.findSchedules(this.#database.db, [personId])).get(personId) ?? emptySchedule(personId);
  }

  /** Sets when mails come to the viewer. @throws {Refusal} UNAUTHENTICATED, INVALID or TOO_LONG. */
  async setQuietHours(viewer: Viewer, hours: QuietHours, key: string): Promise<void> {
    const checked = checkedHours(hours, this.defaults);
    await this.#set(viewer, { key, operation: 'setQuietHours', input: checked }, checked);
  }

  /**
   * Sets when digests come to the viewer.
   *
   * @param zone - Where their clock is, if that is to change.
   * @throws {Refusal} UNAUTHENTICATED or INVALID.
   */
  async setDigest(viewer: Viewer, { zone, ...digest }: Digest & { zone: string | null }, key: string): Promise<void> {
    const checked = { digest: checkedDigest(digest, zone), ...(zone === null ? {} : { zone }) };
    await this.#set(viewer, { key, operation: 'setDigest', input: checked }, checked);
  }

  /** No digests any more. Asks no policy. */
  async stopDigest(personId: RowId): Promise<void> {
    await this.#database.transaction(async (trx) => {
      const former = (await store.findSchedules(trx, [personId])).get(personId) ?? emptySchedule(personId);
      await store.putSchedule(trx, { ...former, digest: { ...(former.digest ?? defaultDigest), frequency: 'NONE' } });
    });
  }

  personMerged(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
    return store.moveSchedule(trx, fromId, intoId);
  }

  async #set(
    viewer: Viewer,
    write: { key: string; operation: string; input: unknown },
    change: Partial<Schedule>,
  ): Promise<void> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    await this.#idempotency.run(viewer, write, async (trx, { id }) => {
      const former = (await store.findSchedules(trx, [id])).get(id) ?? emptySchedule(id);
      await store.putSchedule(trx, { ...former, ...change });
      return '';
    });
  }

  async #daysOff(
    { keepsHolidays }: Schedule,
    site: string | null,
    today: LocalDate,
    until: LocalDate | null,
  ): Promise<ReadonlySet<LocalDate>> {
    return keepsHolidays === false ? new Set() : this.#holidays.around(site, today, until);
  }
}
