import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import type { NoticeKind } from '../../events/notices.ts';
import type { RowId } from '../../platform/ids.ts';
import type { StoredSubject } from '../subjects/index.ts';

// Each marks what somebody mutes as read, and answers whether anything was not.

export function markReadOfKind(trx: Executor, personId: RowId, kind: NoticeKind): Promise<boolean> {
  return markRead(trx, personId, sql`notice_id in (select id from notice where kind = ${kind})`);
}

/** What tells of the acts of one person alone. */
export function markReadOfActor(trx: Executor, personId: RowId, actorId: RowId): Promise<boolean> {
  const act = sql`act.notice_id = inbox.notice_id and act.told_at > inbox.read_at
    and act.told_at between inbox.since and inbox.last_at`;
  return markRead(
    trx,
    personId,
    sql`exists (select 1 from notice_act as act where ${act} and act.actor_id = ${actorId})
      and not exists (
        select 1 from notice_act as act where ${act} and act.actor_id not in (${actorId}, inbox.person_id))`,
  );
}

/** What tells of a group itself: of who asks to come in, and of what the person is there. */
export function markReadOfGroup(trx: Executor, personId: RowId, groupId: RowId): Promise<boolean> {
  return markRead(
    trx,
    personId,
    sql`notice_id in (select id from notice
      where (thing_type = 'Group' and thing_id = ${groupId})
        or (thing_type = 'Membership' and thing_id = ${`${groupId}:${personId}`}))`,
  );
}

/** Something that somebody has not read, at a page or post. */
export interface UnreadAtRoot {
  readonly noticeId: RowId;
  readonly thingType: string;
  readonly root: Pick<StoredSubject, 'kind' | 'rowId'>;
}

export async function findUnreadAtRoots(trx: Executor, personId: RowId): Promise<UnreadAtRoot[]> {
  const rows = await trx
    .selectFrom('inbox')
    .innerJoin('notice', 'notice.id', 'inbox.notice_id')
    .innerJoin('subject', 'subject.id', 'notice.root_id')
    .select(['notice.id as noticeId', 'notice.thing_type as thingType', 'subject.kind', 'subject.id as rowId'])
    .where('inbox.person_id', '=', personId)
    .whereRef('inbox.last_at', '>', 'inbox.read_at')
    .execute();
  return rows.map(({ kind, rowId, ...notice }) => ({ ...notice, root: { kind, rowId } }));
}

async function markRead(trx: Executor, personId: RowId, which: RawBuilder<unknown>): Promise<boolean> {
  const read = await sql`update inbox set seen_at = last_at, read_at = last_at
    where person_id = ${personId} and last_at > read_at and ${which as RawBuilder<SqlBool>}`.execute(trx);
  return (read.numAffectedRows ?? 0n) > 0n;
}
