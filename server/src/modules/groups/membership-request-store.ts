import type { RowId } from '../../platform/ids.ts';
import type { Selectable } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../database/keyset.ts';
import type { PageRequest } from '../../platform/connection.ts';
import type { MembershipRequestTable } from './group-table.ts';
import type { MembershipRequest } from './membership-request.ts';

const byTime: Keyset = {
  columns: ['membership_request.created_at', 'membership_request.person_id'],
  direction: 'asc',
};

export function timeKey({ createdAt, personId }: MembershipRequest): [number, string] {
  return [createdAt, personId];
}

/** What a person asked of several groups, or was asked, by group. */
export async function findRequests(
  db: Executor,
  personId: RowId,
  groupIds: readonly RowId[],
): Promise<Map<RowId, MembershipRequest>> {
  const rows = await db
    .selectFrom('membership_request')
    .selectAll()
    .where('person_id', '=', personId)
    .where('group_id', 'in', groupIds)
    .execute();
  return new Map(rows.map((row) => [row.group_id, toRequest(row)]));
}

export async function findRequest(db: Executor, groupId: RowId, personId: RowId): Promise<MembershipRequest | null> {
  return (await findRequests(db, personId, [groupId])).get(groupId) ?? null;
}

/** Those of a group that wait to be decided. */
export async function findOpen(db: Executor, groupId: RowId, page: PageRequest): Promise<MembershipRequest[]> {
  const rows = await open(db, groupId)
    .selectAll()
    .where(inPage(byTime, page))
    .orderBy(inOrder(byTime, page))
    .limit(page.limit)
    .execute();
  return rows.map(toRequest);
}

/** The first who wait to be let in. */
export function findAsking(
  db: Executor,
  groupId: RowId,
  limit: number,
): Promise<Pick<MembershipRequest, 'personId'>[]> {
  return open(db, groupId).select('person_id as personId').orderBy('created_at').limit(limit).execute();
}

/** Those who wait to be let in, or for whose answer others wait. */
export function findWaiting(
  db: Executor,
  groupId: RowId,
  limit: number,
): Promise<Pick<MembershipRequest, 'personId'>[]> {
  return db
    .selectFrom('membership_request')
    .select('person_id as personId')
    .where('group_id', '=', groupId)
    .where('state', '=', 'OPEN')
    .orderBy('created_at')
    .limit(limit)
    .execute();
}

export async function countOpen(db: Executor, groupId: RowId): Promise<number> {
  const counted = open(db, groupId).select(({ fn }) => fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

function open(db: Executor, groupId: RowId) {
  return db
    .selectFrom('membership_request')
    .where('group_id', '=', groupId)
    .where('kind', '=', 'REQUEST')
    .where('state', '=', 'OPEN');
}

/** The groups that a person is asked to come into, the last asked first. */
export async function findInvitations(db: Executor, personId: RowId, limit: number): Promise<RowId[]> {
  const rows = await db
    .selectFrom('membership_request')
    .select('group_id')
    .where('person_id', '=', personId)
    .where('kind', '=', 'INVITATION')
    .where('state', '=', 'OPEN')
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ group_id }) => group_id);
}

/** Puts a request in the place of a former one of the same person. */
export async function putRequest(trx: Executor, request: MembershipRequest): Promise<void> {
  const { groupId, personId, kind, words, state, invitedBy, decidedBy, decidedAt, createdAt } = request;
  const values = {
    kind,
    words,
    state,
    invited_by: invitedBy,
    decided_by: decidedBy,
    decided_at: decidedAt,
    created_at: createdAt,
  };
  await trx
    .insertInto('membership_request')
    .values({ group_id: groupId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['group_id', 'person_id']).doUpdateSet(values))
    .execute();
}

/** Answers whether there was one. */
export async function deleteRequest(trx: Executor, groupId: RowId, personId: RowId): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('membership_request')
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Gives what one person asked, was asked and decided to another, who may have requests of their own. */
export async function moveRequests(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  const own = trx.selectFrom('membership_request').select('group_id').where('person_id', '=', intoId);
  const requests = trx.updateTable('membership_request');
  await requests.set({ person_id: intoId }).where('person_id', '=', fromId).where('group_id', 'not in', own).execute();
  await trx.deleteFrom('membership_request').where('person_id', '=', fromId).execute();
  await requests.set({ invited_by: intoId }).where('invited_by', '=', fromId).execute();
  await requests.set({ decided_by: intoId }).where('decided_by', '=', fromId).execute();
}

function toRequest(row: Selectable<MembershipRequestTable>): MembershipRequest {
  return {
    groupId: row.group_id,
    personId: row.person_id,
    kind: row.kind,
    words: row.words,
    state: row.state,
    invitedBy: row.invited_by,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    createdAt: row.created_at,
  };
}
