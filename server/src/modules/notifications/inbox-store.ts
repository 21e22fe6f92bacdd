import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../database/keyset.ts';
import { eachOf } from '../../database/portable.ts';
import { isReadBy } from './notice-readers-store.ts';
import type { Audience } from '../../platform/audience.ts';
import type { PageRequest } from '../../platform/connection.ts';
import type { RowId } from '../../platform/ids.ts';
import type { ViewerAudiences } from '../../platform/readable.ts';
import type { SubjectKind } from '../subjects/index.ts';
import type { NoticeKind } from '../../events/notices.ts';
import type { Notification, NotifiedActs } from './notification.ts';

/** What was told last comes first. */
const latest: Keyset = { columns: ['inbox.last_at', 'inbox.notice_id'], direction: 'desc' };

export function latestKey({ lastAt, id }: Notification): [number, string] {
  return [lastAt, id];
}

/** Of how many acts of a notification the people are named or counted one by one. */
const mostActs = 100;

/** Which notifications of a person. */
export interface InboxRequest {
  readonly kinds: readonly NoticeKind[] | null;
  readonly unread: boolean;
  readonly audiences: ViewerAudiences;
}

export async function findPage(
  db: Executor,
  personId: RowId,
  request: InboxRequest & { page: PageRequest },
): Promise<Notification[]> {
  const rows = await inboxOf(db, personId, request)
    .select(columns)
    .where(inPage(latest, request.page))
    .orderBy(inOrder(latest, request.page))
    .limit(request.page.limit)
    .execute();
  return rows.map(toNotification);
}

export async function countIn(db: Executor, personId: RowId, request: InboxRequest): Promise<number> {
  const counted = inboxOf(db, personId, request).select(({ fn }) => fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** Some notifications of a person, as far as they may read them. */
export async function findByIds(
  db: Executor,
  personId: RowId,
  ids: readonly RowId[],
  audiences: ViewerAudiences,
): Promise<Notification[]> {
  const query = inboxOf(db, personId, { kinds: null, unread: false, audiences });
  return (await query.select(columns).where('inbox.notice_id', 'in', ids).execute()).map(toNotification);
}

/** How many notices somebody has not seen, by those who may read them. */
export interface Unseen {
  readonly personId: RowId;
  readonly audience: Audience;
  readonly ownAudience: Audience | null;
  readonly count: number;
}

/** For several people at once. */
export function findUnseen(db: Executor, personIds: readonly RowId[]): Promise<Unseen[]> {
  return withRoots(db)
    .select(({ fn }) => [
      'inbox.person_id as personId',
      sql<Audience>`coalesce(root.audience, notice.audience, 'everyone')`.as('audience'),
      'root.own_audience as ownAudience',
      fn.countAll<number>().as('count'),
    ])
    .where('inbox.person_id', 'in', sql<RowId>`(select value from ${eachOf(db, JSON.stringify(personIds))})`)
    .whereRef('inbox.last_at', '>', 'inbox.seen_at')
    .groupBy(['inbox.person_id', 'root.audience', 'notice.audience', 'root.own_audience'])
    .execute();
}

/** Who did what some notifications of a person tell of. */
export async function findActs(
  db: Executor,
  personId: RowId,
  notifications: readonly Notification[],
): Promise<Map<RowId, NotifiedActs>> {
  const ids = notifications.map(({ id }) => id);
  // What they have read already is named no more, as long as there is something newer.
  const ofOthers = sql`act.notice_id = inbox.notice_id and act.actor_id <> inbox.person_id
    and act.told_at between inbox.since and inbox.last_at
    and (act.told_at > inbox.read_at or inbox.last_at <= inbox.read_at)`;
  const { rows } = await sql<{ id: RowId; acts: string | null; count: number }>`
    select inbox.notice_id as id,
      (select string_agg(latest.actor_id || ':' || coalesce(latest.kind || ':' || latest.id, ''), ',' order by latest.told_at desc) from (
        select act.actor_id, act.told_at, subject.kind, subject.id from notice_act as act
        left join subject on subject.id = act.subject_id where ${ofOthers}
        order by act.told_at desc limit ${mostActs}) as latest) as acts,
      (select count(distinct act.actor_id) from notice_act as act where ${ofOthers}) as count
    from inbox where inbox.person_id = ${personId}
      and inbox.notice_id in (select value from ${eachOf(db, JSON.stringify(ids))})`.execute(db);
  return new Map(
    rows.map(({ id, acts, count }) => {
      const read = acts === null ? [] : acts.split(',').map((act) => act.split(':') as [RowId, SubjectKind?, RowId?]);
      const [, subjectKind = null, subjectId = null] = read[0] ?? [];
      return [id, { actorIds: [...new Set(read.map(([actorId]) => actorId))], count, subjectId, subjectKind }];
    }),
  );
}

/** Marks what is in an inbox as seen, as far as it was told until then. Answers whether anything was not. */
export async function markSeen(trx: Executor, personId: RowId, until: number): Promise<boolean> {
  const seen = await trx
    .updateTable('inbox')
    .set(({ ref }) => ({ seen_at: ref('last_at') }))
    .where('person_id', '=', personId)
    .whereRef('last_at', '>', 'seen_at')
    .where('last_at', '<=', until)
    .executeTakeFirst();
  return seen.numUpdatedRows > 0n;
}

/** Marks notifications as read, or all of them. Answers whether anything changed. */
export async function markRead(trx: Executor, personId: RowId, ids: readonly RowId[] | null): Promise<boolean> {
  if (ids?.length === 0) return false;
  const read = await trx
    .updateTable('inbox')
    .set(({ ref }) => ({ seen_at: ref('last_at'), read_at: ref('last_at') }))
    .where('person_id', '=', personId)
    .whereRef('last_at', '>', 'read_at')
    .$if(ids !== null, (query) => query.where('notice_id', 'in', ids!))
    .executeTakeFirst();
  return read.numUpdatedRows > 0n;
}

/** Marks notifications as not read; they stay seen. Answers whether anything changed. */
export async function markUnread(trx: Executor, personId: RowId, ids: readonly RowId[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const unread = await trx
    .updateTable('inbox')
    .set({ read_at: 0 })
    .where('person_id', '=', personId)
    .where('notice_id', 'in', ids)
    .whereRef('last_at', '<=', 'read_at')
    .executeTakeFirst();
  return unread.numUpdatedRows > 0n;
}

/** Marks what tells of some subjects as read: their person has them before them. */
export async function markReadOf(trx: Executor, personId: RowId, subjectIds: readonly RowId[]): Promise<boolean> {
  if (subjectIds.length === 0) return false;
  const about = trx
    .selectFrom('notice_act')
    .select('notice_id')
    .where('subject_id', 'in', subjectIds)
    .union(trx.selectFrom('notice').select('id as notice_id').where('thing_id', 'in', subjectIds));
  const unread = await trx
    .selectFrom('inbox')
    .select('notice_id as id')
    .where('person_id', '=', personId)
    .whereRef('last_at', '>', 'read_at')
    .where('notice_id', 'in', about)
    .execute();
  return (
    unread.length > 0 &&
    markRead(
      trx,
      personId,
      unread.map(({ id }) => id),
    )
  );
}

const columns = [
  'inbox.notice_id as id',
  'notice.kind as kind',
  'notice.thing_type as thingType',
  'notice.thing_id as thingId',
  'inbox.since as since',
  'inbox.last_at as lastAt',
  'inbox.seen_at as seenAt',
  'inbox.read_at as readAt',
] as const;

function toNotification({
  thingType,
  thingId,
  ...row
}: Omit<Notification, 'thing'> & {
  thingType: Notification['thing']['type'];
  thingId: RowId;
}): Notification {
  return { ...row, thing: { type: thingType, id: thingId } };
}

/** What is in inboxes, without what was deleted. */
function withRoots(db: Executor) {
  return db
    .selectFrom('inbox')
    .innerJoin('notice', 'notice.id', 'inbox.notice_id')
    .leftJoin('subject as root', 'root.id', 'notice.root_id')
    .where('root.deleted_at', 'is', null);
}

function inboxOf(db: Executor, personId: RowId, { kinds, unread, audiences }: InboxRequest) {
  return withRoots(db)
    .where('inbox.person_id', '=', personId)
    .where(isReadBy(db, audiences))
    .$if(kinds !== null, (query) => query.where('notice.kind', 'in', kinds!))
    .$if(unread, (query) => query.whereRef('inbox.last_at', '>', 'inbox.read_at'));
}
