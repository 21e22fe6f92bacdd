import type { ExpressionBuilder } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import type { Database } from '../../database/database.ts';
import { prepared } from '../../database/prepared.ts';
import type { RowId } from '../../platform/ids.ts';
import type { Grant } from './grant.ts';

const columns = [
  'person_id as personId',
  'page_id as pageId',
  'read_until as readUntil',
  'write_until as writeUntil',
] as const;

/** The grants of a person that have not ended. */
export function findGrants(db: Executor, personId: RowId, now: number): Promise<Grant[]> {
  return grantsOf(db, { personId, now }, '');
}

const grantsOf = prepared((db, { personId, now }: { personId: RowId; now: number }) =>
  db.selectFrom('page_grant').select(columns).where('person_id', '=', personId).where('read_until', '>', now),
);

/** Those of some people who have a grant of a page that has not ended. */
export async function findHolders(
  db: Executor,
  pageId: RowId,
  personIds: readonly RowId[],
  now: number,
): Promise<RowId[]> {
  const grants = db.selectFrom('page_grant').select('person_id').where('page_id', '=', pageId);
  const held = await grants.where('person_id', 'in', personIds).where('read_until', '>', now).execute();
  return held.map(({ person_id }) => person_id);
}

/** Adds to what a person may do at a page. Answers whether they had no grant of it, not even one that has ended. */
export async function extendGrant(trx: Executor, grant: Grant): Promise<boolean> {
  const { personId: person_id, pageId: page_id, readUntil: read_until, writeUntil: write_until } = grant;
  const inserted = await trx
    .insertInto('page_grant')
    .values({ person_id, page_id, read_until, write_until })
    .onConflict((conflict) => conflict.doNothing())
    .returning('page_id')
    .executeTakeFirst();
  if (inserted) return true;
  await trx
    .updateTable('page_grant')
    .set((eb) => ({
      read_until: chosen(eb, 'read_until', '>', read_until),
      write_until: chosen(eb, 'write_until', '>', write_until),
    }))
    .where('person_id', '=', person_id)
    .where('page_id', '=', page_id)
    .execute();
  return false;
}

/** Forgets what ended before a moment. */
export async function deleteEnded(db: Executor, before: number): Promise<void> {
  await db.deleteFrom('page_grant').where('read_until', '<', before).execute();
}

/** Gives the grants of one page to another, which has none. */
export async function moveGrants(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  await deleteGrantsOf(trx, intoId);
  await trx.updateTable('page_grant').set({ page_id: intoId }).where('page_id', '=', fromId).execute();
}

/** Leaves to a page the grants of people who have one of another page, too, and of these what both allow. */
export async function intersectGrants(trx: Executor, intoId: RowId, otherId: RowId): Promise<void> {
  const others = await trx.selectFrom('page_grant').select(columns).where('page_id', '=', otherId).execute();
  await trx
    .deleteFrom('page_grant')
    .where('page_id', '=', intoId)
    .where('person_id', 'not in', (eb) =>
      eb.selectFrom('page_grant as other').select('other.person_id').where('other.page_id', '=', otherId),
    )
    .execute();
  for (const { personId, readUntil, writeUntil } of others)
    await trx
      .updateTable('page_grant')
      .set((eb) => ({
        read_until: chosen(eb, 'read_until', '<', readUntil),
        write_until: chosen(eb, 'write_until', '<', writeUntil),
      }))
      .where('page_id', '=', intoId)
      .where('person_id', '=', personId)
      .execute();
  await deleteGrantsOf(trx, otherId);
}

export async function deleteGrantsOf(trx: Executor, pageId: RowId): Promise<void> {
  await trx.deleteFrom('page_grant').where('page_id', '=', pageId).execute();
}

/** Gives what one person may do to the person into whom they are merged. Returns how many pages that concerns. */
export async function mergeGrants(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const grants = await trx.deleteFrom('page_grant').where('person_id', '=', fromId).returning(columns).execute();
  for (const grant of grants) await extendGrant(trx, { ...grant, personId: intoId });
  return grants.length;
}

/** The greater or lesser of a time that is there and another one. */
function chosen(
  eb: ExpressionBuilder<Database, 'page_grant'>,
  column: 'read_until' | 'write_until',
  is: '<' | '>',
  time: number,
) {
  return eb.case().when(column, is, time).then(eb.ref(column)).else(time).end();
}
