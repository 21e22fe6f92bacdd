import type { DatabaseConnection } from '../../../database/connect.ts';
import type { Clock } from '../../../platform/clock.ts';
import { isAdministrator, type Viewer } from '../../../platform/viewer.ts';
import { DAY, dateAt, dateOf, type LocalDate, momentOf, startOf } from '../../../platform/zoned-time.ts';
import { type NotificationFigure, summarize } from './figure.ts';
import * as store from './figure-store.ts';

/** How many days are counted at once, where a server was away. */
const mostMissed = 31;
/** For how long figures are kept, in days. */
const kept = 400;

/** How much people are told a day: counted each day, so that nobody has to be named later. */
export class FigureService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #zone: string;

  /** @param zone - Whose days they are. */
  constructor({ database, clock, zone }: { database: DatabaseConnection; clock: Clock; zone: string }) {
    this.#database = database;
    this.#clock = clock;
    this.#zone = zone;
  }

  /** Counts the days that are over and were not counted yet. */
  async count(): Promise<void> {
    const { db } = this.#database;
    const today = this.#today();
    const last = await store.findLastDay(db);
    const first = daysAfter(today, -mostMissed);
    for (let day = last && last >= first ? daysAfter(last, 1) : first; day < today; day = daysAfter(day, 1)) {
      const figures = await this.#figuresOf(day);
      await this.#database.transaction((trx) => store.keepFigures(trx, figures));
    }
    await this.#database.transaction((trx) => store.forgetFigures(trx, daysAfter(today, -kept)));
  }

  /** Those of the last days: for administrators; none for others. */
  async list(viewer: Viewer, days: number): Promise<NotificationFigure[]> {
    if (!isAdministrator(viewer)) return [];
    return store.findFigures(this.#database.db, daysAfter(this.#today(), -days));
  }

  async #figuresOf(day: LocalDate): Promise<NotificationFigure[]> {
    const [from, to] = [day, daysAfter(day, 1)].map((date) => momentOf(startOf(date), this.#zone)) as [number, number];
    const steps = Map.groupBy(await store.countSteps(this.#database.db, from, to), ({ kind }) => kind);
    // That it was counted is kept, too, where there is nothing to say.
    const nothing = { day, kind: null, people: 0, median: 0, percentile95: 0 };
    const all = summarize(steps.get(null) ?? []);
    if (all === null) return [nothing];
    return [...steps].flatMap(([kind, ofKind]) => {
      const figures = summarize(ofKind);
      return figures ? [{ day, kind, ...figures }] : [];
    });
  }

  #today(): LocalDate {
    return dateAt(this.#clock.now(), this.#zone);
  }
}

function daysAfter(date: LocalDate, days: number): LocalDate {
  return dateOf(startOf(date) + days * DAY);
}
