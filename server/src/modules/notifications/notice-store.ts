import { sql } from 'kysely';
import { lock } from '../../database/advisory-lock.ts';
import type { Executor } from '../../database/connect.ts';
import { eachOf } from '../../database/portable.ts';
import type { Audience } from '../../platform/audience.ts';
import { newId, type RowId } from '../../platform/ids.ts';
import type { Act, NoticeKind, Thing } from '../../events/notices.ts';

/** A notice of which an act is a part. */
export interface ToldNotice {
  readonly id: RowId;
  readonly kind: NoticeKind;
  readonly thingId: RowId;
}

/** Lets one job at a time tell of a subject, so that the one that reads last has the last word. */
export function lockTelling(trx: Executor, subject: string): Promise<void> {
  return lock(trx, `parvis notices of ${subject}`);
}

/** The notice of what is done to a thing in one way. Nobody else adds to it until the transaction ends. */
export async function lockNotice(
  trx: Executor,
  {
    kind,
    thing,
    rootId,
    audience,
  }: { kind: NoticeKind; thing: Thing; rootId: RowId | null; audience: Audience | null },
): Promise<RowId> {
  const { id } = await trx
    .insertInto('notice')
    .values({ id: newId(), kind, thing_type: thing.type, thing_id: thing.id, root_id: rootId, audience })
    .onConflict((conflict) => conflict.columns(['thing_id', 'kind']).doUpdateSet({ root_id: rootId, audience }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The notices that an act is a part of. */
export function findNoticesOf(trx: Executor, actId: string): Promise<ToldNotice[]> {
  return trx
    .selectFrom('notice_act')
    .innerJoin('notice', 'notice.id', 'notice_act.notice_id')
    .select(['notice.id', 'notice.kind', 'notice.thing_id as thingId'])
    .where('notice_act.act_id', '=', actId)
    .orderBy('notice.id')
    .execute();
}

/**
 * Makes an act a part of a locked notice. Answers when it was told, which it keeps however often it is told; later than all other
 * acts of the notice.
 */
export async function addAct(trx: Executor, noticeId: RowId, act: Act, now: number): Promise<number> {
  const ofNotice = trx.selectFrom('notice_act').where('notice_id', '=', noticeId);
  const told = await ofNotice.select('told_at').where('act_id', '=', act.id).executeTakeFirst();
  if (told) return told.told_at;
  const latest = await ofNotice.select(({ fn }) => fn.max<number | null>('told_at').as('at')).executeTakeFirstOrThrow();
  const toldAt = Math.max(now, (latest.at ?? 0) + 1);
  await trx
    .insertInto('notice_act')
    .values({
      notice_id: noticeId,
      act_id: act.id,
      actor_id: act.actorId,
      subject_id: act.subjectId,
      told_at: toldAt,
    })
    .execute();
  return toldAt;
}

/** Puts a notice into the inboxes of people, or moves it up. Answers for whom that is something new. */
export async function deliver(
  trx: Executor,
  { noticeId, toldAt }: { noticeId: RowId; toldAt: number },
  personIds: readonly RowId[],
): Promise<RowId[]> {
  if (personIds.length === 0) return [];
  // The clock of another node, by which they saw it, may be ahead of ours.
  const { rows } = await sql<{ person_id: RowId }>`
    insert into inbox (person_id, notice_id, since, last_at, seen_at, read_at)
    select value, ${noticeId}, cast(${toldAt} as bigint), cast(${toldAt} as bigint), 0, 0
    from ${eachOf(trx, JSON.stringify([...personIds].sort()))} where true
    on conflict (person_id, notice_id) do update
    set last_at = case when excluded.last_at > inbox.seen_at then excluded.last_at else inbox.seen_at + 1 end
    where inbox.last_at < excluded.last_at
    returning person_id`.execute(trx);
  return rows.map(({ person_id }) => person_id);
}

/**
 * Takes a notice of one act out of the inboxes of all but some people, unless they have read it. Answers from whose.
 *
 * @param among - Those whose ids are between these.
 */
export async function withdrawFromOthers(
  trx: Executor,
  noticeId: RowId,
  personIds: readonly RowId[],
  among: { after: RowId | null; last: RowId | null },
): Promise<RowId[]> {
  const removed = await trx
    .deleteFrom('inbox')
    .where('notice_id', '=', noticeId)
    .whereRef('last_at', '>', 'read_at')
    .where('person_id', 'not in', sql<RowId>`(select value from ${eachOf(trx, JSON.stringify(personIds))})`)
    .$if(among.after !== null, (query) => query.where('person_id', '>', among.after!))
    .$if(among.last !== null, (query) => query.where('person_id', '<=', among.last!))
    .returning('person_id')
    .execute();
  return removed.map(({ person_id }) => person_id);
}

/** An act is no part of some notices any more. Answers whose inboxes have changed by it. */
export async function withdrawAct(trx: Executor, noticeIds: readonly RowId[], actId: string): Promise<RowId[]> {
  if (noticeIds.length === 0) return [];
  await trx.deleteFrom('notice_act').where('act_id', '=', actId).where('notice_id', 'in', noticeIds).execute();
  const changed: RowId[] = [];
  for (const noticeId of noticeIds) {
    await setRootOfWall(trx, noticeId);
    changed.push(...(await settle(trx, noticeId)));
  }
  return changed;
}

/** What is posted on one wall is one notice, which has the readers of the last post that is left. */
async function setRootOfWall(trx: Executor, noticeId: RowId): Promise<void> {
  const last = trx
    .selectFrom('notice_act')
    .select('subject_id')
    .where('notice_id', '=', noticeId)
    .orderBy('told_at', 'desc')
    .limit(1);
  await trx
    .updateTable('notice')
    .set({ root_id: last })
    .where('id', '=', noticeId)
    .where('thing_type', '=', 'Wall')
    .execute();
}

/** Brings the inboxes that have a notice down to the acts that are left: those of others, of which the person was told by no other notice. */
async function settle(trx: Executor, noticeId: RowId): Promise<RowId[]> {
  const latest = sql`(
    select max(act.told_at) from notice_act as act
    where act.notice_id = inbox.notice_id and act.actor_id <> inbox.person_id
      and act.told_at between inbox.since and inbox.last_at
      and not exists (
        select 1 from notice_act as other
        inner join inbox as told on told.notice_id = other.notice_id and told.person_id = inbox.person_id
        where other.act_id = act.act_id and other.notice_id <> act.notice_id))`;
  const removed = await sql<{ person_id: RowId }>`
    delete from inbox where notice_id = ${noticeId} and ${latest} is null returning person_id`.execute(trx);
  const lowered = await sql<{ person_id: RowId }>`
    update inbox set last_at = ${latest} where notice_id = ${noticeId} and last_at > ${latest}
    returning person_id`.execute(trx);
  return [...removed.rows, ...lowered.rows].map(({ person_id }) => person_id);
}
