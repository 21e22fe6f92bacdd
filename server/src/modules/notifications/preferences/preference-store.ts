import { sql } from 'kysely';
import type { Executor } from '../../../database/connect.ts';
import { eachOf } from '../../../database/portable.ts';
import type { Delivery, NoticeKind } from '../../../events/notices.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { Preference, PreferencePlace } from './preference.ts';

/** What a preference is about. */
export type PreferenceKey = Pick<Preference, 'personId' | 'place' | 'kind'>;

/** What some people chose of a kind and some places: by the primary key, three rows of each place and person at most. */
export async function findPreferences(
  db: Executor,
  personIds: readonly RowId[],
  { kind, placeIds }: { kind: NoticeKind; placeIds: readonly RowId[] },
): Promise<Preference[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('notification_preference')
    .selectAll()
    .where('person_id', 'in', sql<RowId>`(select value from ${eachOf(db, JSON.stringify(personIds))})`)
    .where('place_id', 'in', [...placeIds, ''])
    .where('kind', 'in', [kind, ''])
    .execute();
  return rows.map(toPreference);
}

/** All that one person chose: as many as they may have at most. */
export async function findOwn(db: Executor, personId: RowId): Promise<Preference[]> {
  const rows = await db
    .selectFrom('notification_preference')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('place_id')
    .orderBy('kind')
    .execute();
  return rows.map(toPreference);
}

/** Sets how it comes; what is muted stays so. */
export async function putDelivery(trx: Executor, key: PreferenceKey, delivery: Delivery): Promise<void> {
  await put(trx, key, { delivery });
}

/** Mutes it for some time. */
export async function putMute(trx: Executor, key: PreferenceKey, muted_until: number | null): Promise<void> {
  await put(trx, key, { muted_until });
}

/** Lets something come again that was muted, for some time or by wanting it never. */
export async function endMute(trx: Executor, { personId, kind }: PreferenceKey): Promise<void> {
  const own = sql`person_id = ${personId} and place_id = '' and kind = ${kind ?? ''}`;
  await sql`update notification_preference set muted_until = null where ${own}`.execute(trx);
  await sql`delete from notification_preference
    where ${own} and (delivery is null or delivery = 'NEVER')`.execute(trx);
}

export async function deletePreference(trx: Executor, { personId, place, kind }: PreferenceKey): Promise<void> {
  await trx
    .deleteFrom('notification_preference')
    .where('person_id', '=', personId)
    .where('place_id', '=', place?.id ?? '')
    .where('kind', '=', kind ?? '')
    .execute();
}

/** What people chose of one page they chose of another, which it became a part of; what they chose of that one stays. */
export async function movePlace(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  await sql`delete from notification_preference where place_id = ${fromId} and exists (
    select 1 from notification_preference as other where other.place_id = ${intoId}
      and other.person_id = notification_preference.person_id and other.kind = notification_preference.kind)`.execute(
    trx,
  );
  await trx.updateTable('notification_preference').set({ place_id: intoId }).where('place_id', '=', fromId).execute();
}

/** Gives what one person chose to another, who keeps what they chose themselves. Answers how many there were. */
export async function movePerson(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const same = await sql`delete from notification_preference where person_id = ${fromId} and exists (
    select 1 from notification_preference as other where other.person_id = ${intoId}
      and other.place_id = notification_preference.place_id and other.kind = notification_preference.kind)`.execute(
    trx,
  );
  const moved = await trx
    .updateTable('notification_preference')
    .set({ person_id: intoId })
    .where('person_id', '=', fromId)
    .executeTakeFirst();
  return Number(same.numAffectedRows ?? 0) + Number(moved.numUpdatedRows);
}

async function put(
  trx: Executor,
  { personId, place, kind }: PreferenceKey,
  change: { delivery: Delivery } | { muted_until: number | null },
): Promise<void> {
  await trx
    .insertInto('notification_preference')
    .values({
      person_id: personId,
      place_type: place?.type ?? '',
      place_id: place?.id ?? '',
      kind: kind ?? '',
      delivery: null,
      muted_until: null,
      ...change,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'place_id', 'kind']).doUpdateSet(change))
    .execute();
}

function toPreference(row: {
  person_id: RowId;
  place_type: string;
  place_id: RowId | '';
  kind: NoticeKind | '';
  delivery: Delivery | null;
  muted_until: number | null;
}): Preference {
  const { place_type, place_id } = row;
  return {
    personId: row.person_id,
    place: place_id === '' ? null : { type: place_type as PreferencePlace['type'], id: place_id },
    kind: row.kind === '' ? null : row.kind,
    delivery: row.delivery,
    mutedUntil: row.muted_until,
  };
}
