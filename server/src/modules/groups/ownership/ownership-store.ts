import type { Selectable } from 'kysely';
import type { Executor } from '../../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../../database/keyset.ts';
import type { PageRequest } from '../../../platform/connection.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { OwnershipOfferTable } from '../group-table.ts';
import type { OfferState, OwnerlessGroup, OwnershipOffer } from './ownership.ts';

/** How many ids one statement names at most. */
const batch = 500;

const byName: Keyset = { columns: ['group_.sort_name', 'group_.id'], direction: 'asc' };

export function nameKey({ sortName, id }: OwnerlessGroup): [string, string] {
  return [sortName, id];
}

/** All offers of a group since it has no owner. */
export async function findOffers(db: Executor, groupId: RowId): Promise<OwnershipOffer[]> {
  const offers = db.selectFrom('ownership_offer').selectAll().where('group_id', '=', groupId);
  return (await offers.execute()).map(toOffer);
}

/** The offers that a person can answer, by group. */
export async function findOffersTo(
  db: Executor,
  personId: RowId,
  groupIds: readonly RowId[],
  now: number,
): Promise<Map<RowId, OwnershipOffer>> {
  const rows = await db
    .selectFrom('ownership_offer')
    .selectAll()
    .where('person_id', '=', personId)
    .where('group_id', 'in', groupIds)
    .where('state', '=', 'OPEN')
    .where('until', '>', now)
    .execute();
  return new Map(rows.map((row) => [row.group_id, toOffer(row)]));
}

export async function insertOffer(trx: Executor, offer: OwnershipOffer, now: number): Promise<void> {
  const { groupId, personId, state, until } = offer;
  await trx
    .insertInto('ownership_offer')
    .values({ group_id: groupId, person_id: personId, state, until, created_at: now })
    .execute();
}

export async function setOfferState(trx: Executor, offer: OwnershipOffer, state: OfferState): Promise<void> {
  await trx
    .updateTable('ownership_offer')
    .set({ state })
    .where('group_id', '=', offer.groupId)
    .where('person_id', '=', offer.personId)
    .execute();
}

export async function deleteOffers(trx: Executor, groupId: RowId): Promise<void> {
  await trx.deleteFrom('ownership_offer').where('group_id', '=', groupId).execute();
}

/** Gives what one person was asked to another, who may have been asked themselves. */
export async function moveOffers(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  const own = trx.selectFrom('ownership_offer').select('group_id').where('person_id', '=', intoId);
  await trx
    .updateTable('ownership_offer')
    .set({ person_id: intoId })
    .where('person_id', '=', fromId)
    .where('group_id', 'not in', own)
    .execute();
  await trx.deleteFrom('ownership_offer').where('person_id', '=', fromId).execute();
}

export async function isOwnerless(db: Executor, groupId: RowId): Promise<boolean> {
  const row = await db.selectFrom('group_').select('ownerless_since').where('id', '=', groupId).executeTakeFirst();
  return row?.ownerless_since != null;
}

export async function setOwnerlessSince(trx: Executor, groupId: RowId, since: number | null): Promise<void> {
  await trx.updateTable('group_').set({ ownerless_since: since }).where('id', '=', groupId).execute();
}

export async function findOwners(db: Executor, groupId: RowId): Promise<RowId[]> {
  const owners = db.selectFrom('membership').select('person_id').where('group_id', '=', groupId);
  return (await owners.where('role', '=', 'OWNER').execute()).map(({ person_id }) => person_id);
}

/** The groups that some of these people own, or are asked to. */
export async function findConcerned(db: Executor, personIds: readonly RowId[]): Promise<RowId[]> {
  const ids = new Set<RowId>();
  for (let from = 0; from < personIds.length; from += batch) {
    const people = personIds.slice(from, from + batch);
    const owned = db.selectFrom('membership').select('group_id').where('person_id', 'in', people);
    const offered = db.selectFrom('ownership_offer').select('group_id').where('person_id', 'in', people);
    const rows = await owned
      .where('role', '=', 'OWNER')
      .union(offered.where('state', '=', 'OPEN'))
      .execute();
    for (const { group_id } of rows) ids.add(group_id);
  }
  return [...ids];
}

/** Every group in which something happens, with each of those who own it; once with null where nobody does. */
export async function findAllOwners(db: Executor): Promise<{ groupId: RowId; ownerId: RowId | null }[]> {
  return db
    .selectFrom('group_')
    .leftJoin('membership', (join) =>
      join.onRef('membership.group_id', '=', 'group_.id').on('membership.role', '=', 'OWNER'),
    )
    .select(['group_.id as groupId', 'membership.person_id as ownerId'])
    .where('group_.deleted_at', 'is', null)
    .where('group_.archived_at', 'is', null)
    .where('group_.ownerless_since', 'is', null)
    .execute();
}

export async function findOwnerless(db: Executor, page: PageRequest): Promise<OwnerlessGroup[]> {
  return ownerless(db)
    .leftJoin('ownership_offer', (join) =>
      join.onRef('ownership_offer.group_id', '=', 'group_.id').on('ownership_offer.state', '=', 'OPEN'),
    )
    .select([
      'group_.id as id',
      'group_.handle as handle',
      'group_.name as name',
      'group_.sort_name as sortName',
      'group_.member_count as memberCount',
      'ownership_offer.until as askedUntil',
    ])
    .select(({ ref }) => ref('group_.ownerless_since').$notNull().as('since'))
    .where(inPage(byName, page))
    .orderBy(inOrder(byName, page))
    .limit(page.limit)
    .execute();
}

export async function countOwnerless(db: Executor): Promise<number> {
  const counted = ownerless(db).select(({ fn }) => fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** Those of which nobody was told yet that they were archived or deleted are left out. */
function ownerless(db: Executor) {
  return db
    .selectFrom('group_')
    .where('ownerless_since', 'is not', null)
    .where('archived_at', 'is', null)
    .where('deleted_at', 'is', null);
}

function toOffer(row: Selectable<OwnershipOfferTable>): OwnershipOffer {
  return { groupId: row.group_id, personId: row.person_id, state: row.state, until: row.until };
}
