import { sql } from 'kysely';
import type { Executor } from '../../../database/connect.ts';
import type { NoticeKind } from '../../../events/notices.ts';
import type { LocalDate } from '../../../platform/zoned-time.ts';
import type { NotificationFigure, Step } from './figure.ts';

export interface StepOfKind extends Step {
  /** Null for all kinds together. */
  readonly kind: NoticeKind | null;
}

/** How many people were told how much from one moment to another, as far as it stands. */
export async function countSteps(db: Executor, from: number, to: number): Promise<StepOfKind[]> {
  const { rows } = await sql<StepOfKind>`
    with told as (
      select inbox.person_id, notice.kind, count(*) as notifications
      from notice_act act
      join notice on notice.id = act.notice_id
      join inbox on inbox.notice_id = act.notice_id and act.told_at between inbox.since and inbox.last_at
      where act.told_at >= ${from} and act.told_at < ${to} and act.actor_id <> inbox.person_id
      group by inbox.person_id, notice.kind),
    everything as (select sum(notifications) as notifications from told group by person_id)
    select kind, notifications, count(*) as people from told group by kind, notifications
    union all
    select null, notifications, count(*) from everything group by notifications`.execute(db);
  return rows.map(({ kind, notifications, people }) => ({
    kind,
    notifications: Number(notifications),
    people: Number(people),
  }));
}

/** The last day that was counted, whether there was anything or not. */
export async function findLastDay(db: Executor): Promise<LocalDate | null> {
  const { day } = await db
    .selectFrom('notification_figure')
    .select(({ fn }) => fn.max<LocalDate | null>('day').as('day'))
    .executeTakeFirstOrThrow();
  return day;
}

export async function keepFigures(trx: Executor, figures: readonly NotificationFigure[]): Promise<void> {
  if (figures.length === 0) return;
  const rows = figures.map(({ kind, percentile95, ...rest }) => ({
    ...rest,
    kind: kind ?? ('' as const),
    percentile_95: percentile95,
  }));
  await trx
    .insertInto('notification_figure')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function forgetFigures(trx: Executor, before: LocalDate): Promise<void> {
  await trx.deleteFrom('notification_figure').where('day', '<', before).execute();
}

/** From a day on: the last day first, and of each day all kinds together first. */
export async function findFigures(db: Executor, from: LocalDate): Promise<NotificationFigure[]> {
  const rows = await db
    .selectFrom('notification_figure')
    .select(['day', 'kind', 'people', 'median', 'percentile_95 as percentile95'])
    .where('day', '>=', from)
    .where('people', '>', 0)
    .orderBy('day', 'desc')
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind === '' ? null : kind }));
}
