import type { Executor } from '../../database/connect.ts';
import { prepared } from '../../database/prepared.ts';
import type { RowId } from '../../platform/ids.ts';
import type { LocalDate } from '../../platform/zoned-time.ts';
import type { Absence } from './absence.ts';

const columns = [
  'person_id as personId',
  'from_date as from',
  'until_date as until',
  'zone',
  'substitute_id as substituteId',
  'note',
] as const;

/** The absences of several people, those included that have ended. */
export function findAbsences(db: Executor, personIds: readonly RowId[]): Promise<Absence[]> {
  return absencesOf(db, { personIds }, '');
}

const absencesOf = prepared((db, { personIds }: { personIds: readonly RowId[] }) =>
  db.selectFrom('absence').select(columns).where('person_id', 'in', personIds),
);

/** Writes an absence in place of any other one of the person. */
export async function putAbsence(trx: Executor, absence: Absence): Promise<void> {
  const { personId: person_id, from: from_date, until: until_date, zone, substituteId: substitute_id, note } = absence;
  const row = { from_date, until_date, zone, substitute_id, note };
  await trx
    .insertInto('absence')
    .values({ person_id, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

export async function deleteAbsence(trx: Executor, personId: RowId): Promise<void> {
  await trx.deleteFrom('absence').where('person_id', '=', personId).execute();
}

/** Forgets absences of which the last day is before this one. */
export async function deleteEnded(db: Executor, before: LocalDate): Promise<void> {
  await db.deleteFrom('absence').where('until_date', '<', before).execute();
}

/** Makes a person the substitute of all for whom another one stands in, except of themselves. Returns how many these are. */
export async function moveSubstitute(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const moved = trx.updateTable('absence').set({ substitute_id: intoId }).where('substitute_id', '=', fromId);
  const { numUpdatedRows } = await moved.executeTakeFirst();
  const itself = trx.updateTable('absence').set({ substitute_id: null });
  await itself.where('person_id', '=', intoId).where('substitute_id', '=', intoId).execute();
  return Number(numUpdatedRows);
}
