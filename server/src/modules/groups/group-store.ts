import type { RowId } from '../../platform/ids.ts';
import type { Selectable, Updateable } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../database/keyset.ts';
import type { PageRequest } from '../../platform/connection.ts';
import type { Group } from './group.ts';
import type { GroupTable } from './group-table.ts';

export { isUniqueViolation as isTaken } from '../../database/portable.ts';

/** Lists of groups are in alphabetical order. */
const byName: Keyset = { columns: ['group_.sort_name', 'group_.id'], direction: 'asc' };

export function nameKey({ sortName, id }: Group): [string, string] {
  return [sortName, id];
}

/** Groups by id or handle, deleted ones too. */
export async function findGroups(db: Executor, column: 'id' | 'handle', keys: readonly string[]): Promise<Group[]> {
  if (keys.length === 0) return [];
  return (await db.selectFrom('group_').selectAll().where(column, 'in', keys).execute()).map(toGroup);
}

/** What a list of groups is narrowed by: the words of a search, folded. */
export interface GroupListRequest {
  words: readonly string[];
  page: PageRequest;
}

/** The groups that a person is in. */
export async function findOfPerson(db: Executor, personId: RowId, { words, page }: GroupListRequest): Promise<Group[]> {
  const rows = await ofPerson(db, personId, words)
    .selectAll('group_')
    .where(inPage(byName, page))
    .orderBy(inOrder(byName, page))
    .limit(page.limit)
    .execute();
  return rows.map(toGroup);
}

export async function countOfPerson(db: Executor, personId: RowId, words: readonly string[]): Promise<number> {
  const counted = ofPerson(db, personId, words).select(({ fn }) => fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** Groups that a person is not in and may know of. */
export async function findToDiscover(
  db: Executor,
  personId: RowId,
  { words, page }: GroupListRequest,
): Promise<Group[]> {
  const rows = await toDiscover(db, personId, words)
    .selectAll('group_')
    .where(inPage(byName, page))
    .orderBy(inOrder(byName, page))
    .limit(page.limit)
    .execute();
  return rows.map(toGroup);
}

export async function countToDiscover(db: Executor, personId: RowId, words: readonly string[]): Promise<number> {
  const counted = toDiscover(db, personId, words).select(({ fn }) => fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

function ofPerson(db: Executor, personId: RowId, words: readonly string[]) {
  return named(
    db
      .selectFrom('membership')
      .innerJoin('group_', 'group_.id', 'membership.group_id')
      .where('membership.person_id', '=', personId)
      .where('group_.deleted_at', 'is', null),
    words,
  );
}

function toDiscover(db: Executor, personId: RowId, words: readonly string[]) {
  const own = db.selectFrom('membership').select('group_id').where('person_id', '=', personId);
  return named(
    db
      .selectFrom('group_')
      .where('group_.visibility', 'in', ['PUBLIC', 'PRIVATE'])
      .where('group_.deleted_at', 'is', null)
      .where('group_.archived_at', 'is', null)
      .where('group_.id', 'not in', own),
    words,
  );
}

/** Those in whose name some word begins with each of the words searched. */
function named<Query extends { where(column: 'group_.sort_name', operator: 'like', pattern: string): Query }>(
  query: Query,
  words: readonly string[],
): Query {
  return words.reduce((narrowed, word) => narrowed.where('group_.sort_name', 'like', `% ${word}%`), query);
}

export async function insertGroup(trx: Executor, group: Group): Promise<void> {
  await trx
    .insertInto('group_')
    .values({
      id: group.id,
      handle: group.handle,
      ...settingColumns(group),
      archived_at: null,
      deleted_at: null,
      created_by: group.createdBy,
      created_at: group.createdAt,
    })
    .execute();
}

export async function updateGroup(trx: Executor, group: Group): Promise<void> {
  await set(trx, group.id, { ...settingColumns(group), handle: group.handle });
}

export function setArchivedAt(trx: Executor, id: RowId, archivedAt: number | null): Promise<void> {
  return set(trx, id, { archived_at: archivedAt });
}

export function setDeletedAt(trx: Executor, id: RowId, deletedAt: number | null): Promise<void> {
  return set(trx, id, { deleted_at: deletedAt });
}

/** Lets one writer at a time go on with a group, until its transaction ends, and answers the group as it is then. */
export async function lockGroup(trx: Executor, id: RowId): Promise<Group | null> {
  const row = await trx
    .updateTable('group_')
    .set(({ ref }) => ({ member_count: ref('member_count') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? toGroup(row) : null;
}

export async function addToCount(trx: Executor, id: RowId, change: number): Promise<void> {
  await trx
    .updateTable('group_')
    .set((eb) => ({ member_count: eb('member_count', '+', change) }))
    .where('id', '=', id)
    .execute();
}

/** Records the groups that one person made as those of another. */
export async function moveCreated(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  await trx.updateTable('group_').set({ created_by: intoId }).where('created_by', '=', fromId).execute();
}

/** The groups with rules. */
export async function findRuled(db: Executor): Promise<Group[]> {
  const rows = await db
    .selectFrom('group_')
    .selectAll()
    .where('rule', 'is not', null)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(toGroup);
}

async function set(trx: Executor, id: RowId, columns: Updateable<GroupTable>): Promise<void> {
  await trx.updateTable('group_').set(columns).where('id', '=', id).execute();
}

function settingColumns(group: Group) {
  return {
    name: group.name,
    sort_name: group.sortName,
    purpose: group.purpose,
    visibility: group.visibility,
    join_by: group.join,
    rule: group.rule,
    posting: group.posting,
    commenting: group.commenting,
    inviting: group.inviting,
  };
}

function toGroup(row: Selectable<GroupTable>): Group {
  return {
    id: row.id,
    handle: row.handle,
    name: row.name,
    sortName: row.sort_name,
    purpose: row.purpose,
    visibility: row.visibility,
    join: row.join_by,
    rule: row.rule,
    posting: row.posting,
    commenting: row.commenting,
    inviting: row.inviting,
    memberCount: row.member_count,
    archivedAt: row.archived_at,
    deletedAt: row.deleted_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
