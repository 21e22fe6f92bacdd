import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../database/keyset.ts';
import { eachOf } from '../../database/portable.ts';
import { prepared } from '../../database/prepared.ts';
import { readBy } from '../../database/read-by.ts';
import type { CursorKey, PageRequest } from '../../platform/connection.ts';
import type { RowId } from '../../platform/ids.ts';
import type { ViewerAudiences } from '../../platform/readable.ts';
import {
  type Follow,
  type Follower,
  type FollowLevel,
  followLevels,
  type FollowSource,
  type SourceType,
} from './follow.ts';

/** What one person hears of several things. Their ids are unique, whatever their types. */
export async function findOwn(
  db: Executor,
  personId: RowId,
  sources: readonly FollowSource[],
): Promise<Map<RowId, FollowLevel>> {
  const rows = await own(db, { personId, ids: sources.map(({ id }) => id) }, '');
  return new Map(rows.map(({ id, level }) => [id, level]));
}

const own = prepared((db, { personId, ids }: { personId: RowId; ids: readonly RowId[] }) =>
  db
    .selectFrom('follow')
    .select(['source_id as id', 'level'])
    .where('person_id', '=', personId)
    .where('source_id', 'in', ids)
    .where('source_type', 'in', ['Page', 'Post', 'Person', 'Group']),
);

/**
 * Sets what a person chose to hear of something. What was there remains followed since it was.
 *
 * @returns Whether that changes anything for the person.
 */
export async function putFollow(
  trx: Executor,
  personId: RowId,
  { type, id }: FollowSource,
  { level, since }: { level: FollowLevel; since: number },
): Promise<boolean> {
  const changed = await trx
    .insertInto('follow')
    .values({ person_id: personId, source_type: type, source_id: id, level, origin: 'CHOSEN', since })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'source_type', 'source_id'])
        .doUpdateSet({ level, origin: 'CHOSEN', muted_until: null, level_before: null })
        .where((eb) =>
          eb.or([
            eb('follow.level', '!=', level),
            eb('follow.origin', '!=', 'CHOSEN'),
            eb('follow.muted_until', 'is not', null),
          ]),
        ),
    )
    .returning('level')
    .executeTakeFirst();
  return changed !== undefined;
}

/** @returns Whether there was one. */
export async function deleteFollow(trx: Executor, personId: RowId, { type, id }: FollowSource): Promise<boolean> {
  const deleted = await trx
    .deleteFrom('follow')
    .where('person_id', '=', personId)
    .where('source_type', '=', type)
    .where('source_id', '=', id)
    .returning('level')
    .executeTakeFirst();
  return deleted !== undefined;
}

/** Lets people follow something from now on; what they have there already stays. Answers who is new. */
export async function addFollowers(
  trx: Executor,
  personIds: readonly RowId[],
  { type, id }: FollowSource,
  since: number,
): Promise<RowId[]> {
  const { rows } = await sql<{ person_id: RowId }>`
    insert into follow (person_id, source_type, source_id, level, origin, since)
    select value, ${type}, ${id}, 'ALL', 'AUTOMATIC', cast(${since} as bigint)
    from ${eachOf(trx, JSON.stringify([...new Set(personIds)].sort()))} where true
    on conflict (person_id, source_type, source_id) do nothing returning person_id`.execute(trx);
  return rows.map(({ person_id }) => person_id);
}

/**
 * The followers of several things, by the ids of the people. Of each thing as many are read as people are asked for: so all
 * rows of the first people are among them, and as few rows as possible are read of a thing with many followers.
 */
export async function findFollowers(
  db: Executor,
  sources: readonly FollowSource[],
  after: RowId | null,
  limit: number,
): Promise<Follower[]> {
  if (sources.length === 0) return [];
  const parts = sources.map(
    ({ type, id }) => sql`select * from (
      select person_id, source_type, source_id, level, since from follow
      where source_type = ${type} and source_id = ${id} and person_id > ${after ?? ''}
      order by person_id limit ${limit}) as part`,
  );
  const { rows } = await sql<FollowerRow>`${sql.join(parts, sql` union all `)} order by person_id`.execute(db);
  const people = [...new Set(rows.map(({ person_id }) => person_id))];
  const last = people[limit - 1];
  return (last === undefined ? rows : rows.filter(({ person_id }) => person_id <= last)).map(toFollower);
}

/** What people hear of several things: only of those that they follow, or muted. */
export async function findLevels(
  db: Executor,
  personIds: readonly RowId[],
  sources: readonly FollowSource[],
): Promise<Follower[]> {
  if (sources.length === 0 || personIds.length === 0) return [];
  const rows = await db
    .selectFrom('follow')
    .select(['person_id', 'source_type', 'source_id', 'level', 'since'])
    .where('person_id', 'in', sql<RowId>`(select value from ${eachOf(db, JSON.stringify(personIds))})`)
    // By person, in the primary key: of a thing there may be more followers than are asked about.
    .where('source_type', 'in', [...new Set(sources.map(({ type }) => type))])
    .where(
      'source_id',
      'in',
      sources.map(({ id }) => id),
    )
    .execute();
  return rows.map(toFollower);
}

interface FollowerRow {
  person_id: RowId;
  source_type: SourceType;
  source_id: RowId;
  level: FollowLevel;
  since: number;
}

function toFollower({ person_id, source_type, source_id, level, since }: FollowerRow): Follower {
  return { personId: person_id, source: { type: source_type, id: source_id }, level, since };
}

/** The last that was followed comes first. */
const latest: Keyset = { columns: ['follow.since', 'follow.source_id'], direction: 'desc' };

export function chosenKey({ since, source }: Follow): CursorKey {
  return [since, source.id];
}

/** What narrows the list of what a person follows to what they may still read. */
export interface StillReadable {
  readonly audiences: ViewerAudiences;
  readonly groupIds: readonly RowId[];
  /** Null for somebody who may find everybody. */
  readonly personIds: readonly RowId[] | null;
  /** Whether only what is muted is asked for. */
  readonly isMuted: boolean;
}

export async function findChosen(
  db: Executor,
  personId: RowId,
  may: StillReadable,
  page: PageRequest,
): Promise<Follow[]> {
  const rows = await chosen(db, personId, may)
    .select(['follow.source_type', 'follow.source_id', 'follow.level', 'follow.since', 'follow.muted_until'])
    .where(inPage(latest, page))
    .orderBy(inOrder(latest, page))
    .limit(page.limit)
    .execute();
  return rows.map(({ source_type, source_id, level, since, muted_until }) => ({
    source: { type: source_type, id: source_id },
    level,
    since,
    mutedUntil: muted_until,
  }));
}

export async function countChosen(db: Executor, personId: RowId, may: StillReadable): Promise<number> {
  const counted = chosen(db, personId, may).select(({ fn }) => fn.countAll<number>().as('count'));
  return Number((await counted.executeTakeFirstOrThrow()).count);
}

function chosen(db: Executor, personId: RowId, { audiences, groupIds, personIds, isMuted }: StillReadable) {
  const among = (ids: readonly RowId[]): RawBuilder<SqlBool> =>
    sql`follow.source_id in (select value from ${eachOf(db, JSON.stringify(ids))})`;
  return db
    .selectFrom('follow')
    .leftJoin('subject', 'subject.id', 'follow.source_id')
    .where('follow.person_id', '=', personId)
    .where((eb) => eb.or([eb('follow.origin', '=', 'CHOSEN'), eb('follow.level', '=', 'NONE')]))
    .$if(isMuted, (query) => query.where('follow.level', '=', 'NONE'))
    .where((eb) =>
      eb.or([
        eb.and([
          eb('follow.source_type', 'in', ['Page', 'Post']),
          eb('subject.deleted_at', 'is', null),
          readBy(db, 'subject', audiences),
        ]),
        eb.and([eb('follow.source_type', '=', 'Person'), personIds ? among(personIds) : sql<SqlBool>`1 = 1`]),
        eb.and([eb('follow.source_type', '=', 'Group'), among(groupIds)]),
      ]),
    );
}

export async function findChosenOfType(db: Executor, personId: RowId, type: SourceType): Promise<RowId[]> {
  const rows = await db
    .selectFrom('follow')
    .select('source_id as id')
    .where('person_id', '=', personId)
    .where('source_type', '=', type)
    .where((eb) => eb.or([eb('origin', '=', 'CHOSEN'), eb('level', '=', 'NONE')]))
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Locks a person against being merged until the transaction ends.
 *
 * @returns Whether there still is such a person.
 */
export async function lockPerson(trx: Executor, id: RowId): Promise<boolean> {
  const locked = await trx
    .updateTable('person')
    .set(({ ref }) => ({ handle: ref('handle') }))
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return locked !== undefined;
}

/** Gives the followers of one thing to another. Who follows both keeps the stronger follow. */
export async function moveSource(trx: Executor, type: SourceType, fromId: RowId, intoId: RowId): Promise<number> {
  const both = sql<SqlBool>`other.person_id = follow.person_id`;
  const rows = (table: 'follow' | 'other', id: RowId) =>
    sql<SqlBool>`${sql.ref(`${table}.source_type`)} = ${type} and ${sql.ref(`${table}.source_id`)} = ${id}`;
  return moveRows(trx, both, rows, { fromId, intoId }, sql`source_id = ${intoId}`);
}

/** Gives what one person follows to another, who keeps the stronger follow where both follow something. */
export async function moveFollower(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const both = sql<SqlBool>`other.source_type = follow.source_type and other.source_id = follow.source_id`;
  const rows = (table: 'follow' | 'other', id: RowId) => sql<SqlBool>`${sql.ref(`${table}.person_id`)} = ${id}`;
  return moveRows(trx, both, rows, { fromId, intoId }, sql`person_id = ${intoId}`);
}

/** @returns How many rows there were to move. */
async function moveRows(
  trx: Executor,
  both: RawBuilder<SqlBool>,
  rows: (table: 'follow' | 'other', id: RowId) => RawBuilder<SqlBool>,
  { fromId, intoId }: { fromId: RowId; intoId: RowId },
  change: RawBuilder<unknown>,
): Promise<number> {
  const weaker = (id: RowId, otherId: RowId, than: '>' | '>=') =>
    sql`delete from follow where ${rows('follow', id)} and exists (
      select 1 from follow as other where ${rows('other', otherId)} and ${both}
      and ${strength('other')} ${sql.raw(than)} ${strength('follow')})`.execute(trx);
  const dropped = await weaker(fromId, intoId, '>=');
  await weaker(intoId, fromId, '>');
  const moved = await sql`update follow set ${change} where ${rows('follow', fromId)}`.execute(trx);
  return Number(dropped.numAffectedRows ?? 0) + Number(moved.numAffectedRows ?? 0);
}

/** What was chosen is stronger than what was not; then more is stronger than less. */
function strength(table: 'follow' | 'other'): RawBuilder<number> {
  const levels = followLevels.map((level, at) => sql`when ${sql.lit(level)} then ${sql.lit(followLevels.length - at)}`);
  return sql<number>`(case ${sql.ref(`${table}.origin`)} when 'CHOSEN' then 10 else 0 end
    + case ${sql.ref(`${table}.level`)} ${sql.join(levels, sql` `)} else 0 end)`;
}

/** Nobody follows themselves. */
export async function deleteOwn(trx: Executor, personId: RowId): Promise<void> {
  await deleteFollow(trx, personId, { type: 'Person', id: personId });
}

/** Forgets the follows of posts that were deleted before a moment. */
export async function deleteOfDeletedPosts(trx: Executor, before: number): Promise<void> {
  await trx
    .deleteFrom('follow')
    .where('source_type', '=', 'Post')
    .where('source_id', 'in', (eb) => eb.selectFrom('subject').select('id').where('deleted_at', '<', before))
    .execute();
}
