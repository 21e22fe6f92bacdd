import { sql } from 'kysely';
import { lock } from '../../../database/advisory-lock.ts';
import type { Executor } from '../../../database/connect.ts';
import { eachOf } from '../../../database/portable.ts';
import type { Followed, NoticeKind, Thing } from '../../../events/notices.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { ViewerAudiences } from '../../../platform/readable.ts';
import type { SubjectKind } from '../../subjects/index.ts';
import { groupOf } from '../notification.ts';
import { isReadBy } from '../notice-readers-store.ts';

/** Something in an inbox that no mail has told yet. */
export interface Untold {
  readonly id: RowId;
  readonly kind: NoticeKind;
  /** The page or post that it is about; null where the kind itself knows for whom it is. */
  readonly root: Thing<'Page' | 'Post'> | null;
  /** That, or the group that it is about. */
  readonly at: Followed | null;
  readonly lastAt: number;
  /** How far mails have told of it before. */
  readonly mailedAt: number;
}

/** What counts as untold: what is unseen, or unread. */
export type Unless = 'seen' | 'read';

/** None of these lists is empty. */
export type Which = { ids: readonly RowId[] } | { kinds: readonly NoticeKind[] };

/** Somebody who did what is told, and what it leads to. */
export interface ToldAct {
  readonly actorId: RowId;
  readonly subjectId: RowId | null;
  readonly subjectKind: SubjectKind | null;
}

/** As many as one mail says. */
const most = 50;
/** Of how many acts of one notice the people are named or counted. */
const mostActs = 100;

/** Lets one job at a time decide what a person is mailed. */
export function lockMailing(trx: Executor, personId: RowId): Promise<void> {
  return lock(trx, `parvis mails of ${personId}`);
}

/** What a person may read in their inbox, the last first: some of it, or what no mail has told yet of some kinds. */
export async function findUntold(
  db: Executor,
  personId: RowId,
  { audiences, unless, which }: { audiences: ViewerAudiences; unless: Unless; which: Which },
): Promise<Untold[]> {
  const rows = await db
    .selectFrom('inbox')
    .innerJoin('notice', 'notice.id', 'inbox.notice_id')
    .leftJoin('subject as root', 'root.id', 'notice.root_id')
    .select([
      'notice.id',
      'notice.kind',
      'root.id as rootId',
      'root.kind as rootKind',
      'notice.thing_type',
      'notice.thing_id',
    ])
    .select(['inbox.last_at as lastAt', 'inbox.mailed_at as mailedAt'])
    .where('root.deleted_at', 'is', null)
    .where('inbox.person_id', '=', personId)
    .where(isReadBy(db, audiences))
    .whereRef('inbox.last_at', '>', unless === 'seen' ? 'inbox.seen_at' : 'inbox.read_at')
    .where((eb) =>
      'ids' in which
        ? eb('inbox.notice_id', 'in', which.ids)
        : eb.and([eb('inbox.last_at', '>', eb.ref('inbox.mailed_at')), eb('notice.kind', 'in', which.kinds)]),
    )
    .orderBy('inbox.last_at', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ rootId, rootKind, thing_type, thing_id, ...row }) => {
    const root = rootId === null ? null : { type: rootKind as 'Page' | 'Post', id: rootId };
    const groupId = groupOf({ type: thing_type, id: thing_id });
    return { ...row, root, at: root ?? (groupId && { type: 'Group', id: groupId }) };
  });
}

/** Notes that a mail tells of notices. */
export async function setMailed(trx: Executor, personId: RowId, untold: readonly Untold[]): Promise<void> {
  const ids = JSON.stringify(untold.map(({ id }) => id));
  await trx
    .updateTable('inbox')
    .set(({ ref }) => ({ mailed_at: ref('last_at') }))
    .where('person_id', '=', personId)
    .where('notice_id', 'in', sql<RowId>`(select value from ${eachOf(trx, ids)})`)
    .execute();
}

/** What others did of which a notice tells after a moment, the last first. */
export async function findActsAfter(db: Executor, personId: RowId, noticeId: RowId, after: number): Promise<ToldAct[]> {
  return db
    .selectFrom('notice_act as act')
    .innerJoin('inbox', (join) =>
      join.onRef('inbox.notice_id', '=', 'act.notice_id').on('inbox.person_id', '=', personId),
    )
    .leftJoin('subject', 'subject.id', 'act.subject_id')
    .select(['act.actor_id as actorId', 'subject.id as subjectId', 'subject.kind as subjectKind'])
    .where('act.notice_id', '=', noticeId)
    .where('act.actor_id', '<>', personId)
    .where('act.told_at', '>', after)
    .whereRef('act.told_at', '>=', 'inbox.since')
    .whereRef('act.told_at', '<=', 'inbox.last_at')
    .orderBy('act.told_at', 'desc')
    .limit(mostActs)
    .execute();
}
