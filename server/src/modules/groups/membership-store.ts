import type { RowId } from '../../platform/ids.ts';
import { type Selectable, sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../database/keyset.ts';
import { eachOf } from '../../database/portable.ts';
import { prepared } from '../../database/prepared.ts';
import type { MembersRequest } from '../../platform/audience.ts';
import type { PageRequest } from '../../platform/connection.ts';
import type { GroupRole, Membership, MembershipOrigin } from './group.ts';
import { addToCount } from './group-store.ts';
import type { MembershipTable } from './group-table.ts';

/** Those who have been there longest come first. */
const bySince: Keyset = { columns: ['membership.since', 'membership.person_id'], direction: 'asc' };

export function sinceKey({ since, personId }: Membership): [number, string] {
  return [since, personId];
}

/** A person's groups and roles, as one text: `<id>:OWNER,<id>:MEMBER`, the same as long as they are the same. */
export async function findRoles(db: Executor, personId: RowId): Promise<string> {
  return (await rolesOf(db, { personId }, ''))[0]!.roles ?? '';
}

const rolesOf = prepared((db, { personId }: { personId: RowId }) =>
  db
    .selectFrom('membership')
    .select(sql<string | null>`string_agg(group_id || ':' || role, ',' order by group_id)`.as('roles'))
    .where('person_id', '=', personId)
    .where('group_id', 'not in', (eb) => eb.selectFrom('group_').select('id').where('deleted_at', 'is not', null)),
);

/** Those who are in a group with a person, who is one of them. */
export async function findFellows(db: Executor, personId: RowId): Promise<RowId[]> {
  return (await fellowsOf(db, { personId }, '')).map(({ fellowId }) => fellowId);
}

const fellowsOf = prepared((db, { personId }: { personId: RowId }) =>
  db
    .selectFrom('membership as own')
    .innerJoin('group_', 'group_.id', 'own.group_id')
    .innerJoin('membership as fellow', 'fellow.group_id', 'own.group_id')
    .select('fellow.person_id as fellowId')
    .distinct()
    .where('own.person_id', '=', personId)
    .where('group_.deleted_at', 'is', null),
);

/** A person's memberships of several groups, deleted ones too. */
export async function findMemberships(
  db: Executor,
  personId: RowId,
  groupIds: readonly RowId[],
): Promise<Map<RowId, Membership>> {
  const rows = await db
    .selectFrom('membership')
    .selectAll()
    .where('person_id', '=', personId)
    .where('group_id', 'in', groupIds)
    .execute();
  return new Map(rows.map((row) => [row.group_id, toMembership(row)]));
}

/** All memberships of a person, also of deleted groups. */
export async function findAllOf(db: Executor, personId: RowId): Promise<Membership[]> {
  const rows = await db.selectFrom('membership').selectAll().where('person_id', '=', personId).execute();
  return rows.map(toMembership);
}

export async function findMembership(db: Executor, groupId: RowId, personId: RowId): Promise<Membership | null> {
  return (await findMemberships(db, personId, [groupId])).get(groupId) ?? null;
}

export async function findMembers(
  db: Executor,
  groupId: RowId,
  { roles, page }: { roles: readonly GroupRole[]; page: PageRequest },
): Promise<Membership[]> {
  const rows = await members(db, groupId, roles)
    .selectAll()
    .where(inPage(bySince, page))
    .orderBy(inOrder(bySince, page))
    .limit(page.limit)
    .execute();
  return rows.map(toMembership);
}

/** The memberships of several people in one group; none in one that is deleted. */
export async function findMembersAmong(
  db: Executor,
  groupId: RowId,
  personIds: readonly RowId[],
): Promise<Membership[]> {
  const members = db
    .selectFrom('membership')
    .innerJoin('group_', 'group_.id', 'membership.group_id')
    .selectAll('membership')
    .where('group_id', '=', groupId)
    .where('group_.deleted_at', 'is', null);
  return (await members.where('person_id', 'in', personIds).execute()).map(toMembership);
}

/** Those who were in a group before a moment, by their ids; nobody in one that is deleted. */
export async function findMemberIds(db: Executor, groupId: RowId, which: MembersRequest): Promise<RowId[]> {
  const among = 'among' in which ? JSON.stringify(which.among) : null;
  const rows = await db
    .selectFrom('membership')
    .innerJoin('group_', 'group_.id', 'membership.group_id')
    .select('person_id')
    .where('group_id', '=', groupId)
    .where('group_.deleted_at', 'is', null)
    .where('since', '<', which.before)
    .$if(among !== null, (query) =>
      query.where('person_id', 'in', sql<RowId>`(select value from ${eachOf(db, among!)})`),
    )
    .$if('after' in which && which.after !== null, (query) =>
      query.where('person_id', '>', (which as { after: RowId }).after),
    )
    .orderBy('person_id')
    .$if('limit' in which, (query) => query.limit((which as { limit: number }).limit))
    .execute();
  return rows.map(({ person_id }) => person_id);
}

export async function countMembers(db: Executor, groupId: RowId, roles: readonly GroupRole[]): Promise<number> {
  const counted = members(db, groupId, roles).select(({ fn }) => fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

function members(db: Executor, groupId: RowId, roles: readonly GroupRole[]) {
  return db.selectFrom('membership').where('group_id', '=', groupId).where('role', 'in', roles);
}

/** Makes people members of a group, all alike, and answers who were not before. */
export async function addMembers(
  trx: Executor,
  groupId: RowId,
  personIds: readonly RowId[],
  { role, origin, since, letInBy }: Pick<Membership, 'role' | 'origin' | 'since' | 'letInBy'>,
): Promise<RowId[]> {
  const { rows } = await sql<{
    person_id: RowId;
  }>`insert into membership (group_id, person_id, role, origin, since, let_in_by)
    select ${groupId}, value, ${role}, ${origin}, cast(${since} as bigint), cast(${letInBy} as text) from ${eachOf(trx, JSON.stringify(personIds))} where true
    on conflict (group_id, person_id) do nothing returning person_id`.execute(trx);
  const ids = rows.map(({ person_id }) => person_id);
  if (ids.length > 0) await addToCount(trx, groupId, ids.length);
  return ids;
}

/** Ends memberships, and answers whose there were. */
export async function removeMembers(trx: Executor, groupId: RowId, personIds: readonly RowId[]): Promise<RowId[]> {
  const rows = await trx
    .deleteFrom('membership')
    .where('group_id', '=', groupId)
    .where('person_id', 'in', sql<RowId>`(select value from ${eachOf(trx, JSON.stringify(personIds))})`)
    .returning('person_id')
    .execute();
  const ids = rows.map(({ person_id }) => person_id);
  if (ids.length > 0) await addToCount(trx, groupId, -ids.length);
  return ids;
}

export async function setRole(
  trx: Executor,
  groupId: RowId,
  personId: RowId,
  change: { role: GroupRole; origin?: MembershipOrigin; named_by: RowId | null },
): Promise<void> {
  await trx
    .updateTable('membership')
    .set(change)
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .execute();
}

/** Those who run a group. */
export async function findAnimators(db: Executor, groupId: RowId): Promise<RowId[]> {
  const animators = members(db, groupId, ['OWNER', 'ANIMATOR']).select('person_id');
  return (await animators.execute()).map(({ person_id }) => person_id);
}

/** Lets another person have done what one did: let people in, gave them roles. */
export async function moveNaming(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  for (const column of ['let_in_by', 'named_by'] as const)
    await trx
      .updateTable('membership')
      .set({ [column]: intoId })
      .where(column, '=', fromId)
      .execute();
}

/** Those whom its rule brought into a group. */
export async function findRuledMembers(db: Executor, groupId: RowId): Promise<RowId[]> {
  const members = db.selectFrom('membership').select('person_id').where('group_id', '=', groupId);
  return (await members.where('origin', '=', 'RULE').execute()).map(({ person_id }) => person_id);
}

function toMembership(row: Selectable<MembershipTable>): Membership {
  return {
    groupId: row.group_id,
    personId: row.person_id,
    role: row.role,
    origin: row.origin,
    since: row.since,
    letInBy: row.let_in_by,
    namedBy: row.named_by,
  };
}
