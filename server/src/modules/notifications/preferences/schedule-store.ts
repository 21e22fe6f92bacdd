import { sql } from 'kysely';
import type { Executor } from '../../../database/connect.ts';
import { eachOf } from '../../../database/portable.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { OpenHours } from '../quiet/quiet-rules.ts';
import { defaultDigest, type Schedule } from './schedule.ts';

/** The schedules of those of some people who chose anything. */
export async function findSchedules(db: Executor, personIds: readonly RowId[]): Promise<Map<RowId, Schedule>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('notification_schedule')
    .selectAll()
    .where('person_id', 'in', sql<RowId>`(select value from ${eachOf(db, JSON.stringify(personIds))})`)
    .execute();
  return new Map(
    rows.map(({ person_id: personId, zone, hours, site, keeps_holidays, digest, digest_hour, digest_weekday }) => [
      personId,
      {
        personId,
        zone,
        hours: hours === null ? null : (JSON.parse(hours) as (OpenHours | null)[]),
        site,
        keepsHolidays: keeps_holidays === null ? null : keeps_holidays === 1,
        digest:
          digest === null
            ? null
            : {
                frequency: digest,
                hour: digest_hour ?? defaultDigest.hour,
                weekday: digest_weekday ?? defaultDigest.weekday,
              },
      },
    ]),
  );
}

export async function putSchedule(trx: Executor, schedule: Schedule): Promise<void> {
  const { personId: person_id, zone, hours, site, keepsHolidays, digest } = schedule;
  const row = {
    zone,
    hours: hours && JSON.stringify(hours),
    site,
    keeps_holidays: keepsHolidays === null ? null : Number(keepsHolidays),
    digest: digest?.frequency ?? null,
    digest_hour: digest?.hour ?? null,
    digest_weekday: digest?.weekday ?? null,
  };
  await trx
    .insertInto('notification_schedule')
    .values({ person_id, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

/** Gives the schedule of one person to another, who keeps their own if they have one. */
export async function moveSchedule(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  const found = await findSchedules(trx, [fromId, intoId]);
  await trx.deleteFrom('notification_schedule').where('person_id', '=', fromId).execute();
  const moved = found.get(fromId);
  if (moved && !found.has(intoId)) await putSchedule(trx, { ...moved, personId: intoId });
}
