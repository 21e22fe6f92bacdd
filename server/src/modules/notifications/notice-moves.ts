import { sql, type SqlBool } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import type { RowId } from '../../platform/ids.ts';

/** What was told of one page is told of another, which it became a part of. */
export async function moveNotices(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  await trx.updateTable('notice').set({ root_id: intoId }).where('root_id', '=', fromId).execute();
  const moved = await trx.selectFrom('notice').select(['id', 'kind']).where('thing_id', '=', fromId).execute();
  const there = await trx.selectFrom('notice').select(['id', 'kind']).where('thing_id', '=', intoId).execute();
  for (const { id, kind } of moved) {
    const same = there.find((notice) => notice.kind === kind);
    if (same) await absorb(trx, id, same.id);
    else await trx.updateTable('notice').set({ thing_id: intoId }).where('id', '=', id).execute();
  }
}

/** Gives the inbox of one person to another, who they turned out to be. Answers how many notifications moved. */
export async function mergeNotices(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  await moveActs(trx, fromId, intoId);
  await moveMemberships(trx, fromId, intoId);
  const moved = await trx
    .selectFrom('inbox')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', fromId)
    .executeTakeFirstOrThrow();
  await sql`insert into inbox (person_id, notice_id, since, last_at, seen_at, read_at, mailed_at)
    select ${intoId}, notice_id, since, last_at, seen_at, read_at, mailed_at from inbox where person_id = ${fromId}
    ${onBoth}`.execute(trx);
  await trx.deleteFrom('inbox').where('person_id', '=', fromId).execute();
  // Of what they did themselves as somebody else, nobody is told.
  await sql`delete from inbox where person_id = ${intoId} and not exists (
    select 1 from notice_act as act where act.notice_id = inbox.notice_id
      and act.actor_id <> inbox.person_id and act.told_at between inbox.since and inbox.last_at)`.execute(trx);
  return moved.count;
}

/** What two inboxes have, or two notices, is one: unread, unless both were read. */
const onBoth = sql`on conflict (person_id, notice_id) do update set
  since = case when excluded.since < inbox.since then excluded.since else inbox.since end,
  last_at = case when excluded.last_at > inbox.last_at then excluded.last_at else inbox.last_at end,
  seen_at = case when excluded.last_at > excluded.seen_at or inbox.last_at > inbox.seen_at then 0
    when excluded.seen_at > inbox.seen_at then excluded.seen_at else inbox.seen_at end,
  read_at = case when excluded.last_at > excluded.read_at or inbox.last_at > inbox.read_at then 0
    when excluded.read_at > inbox.read_at then excluded.read_at else inbox.read_at end,
  mailed_at = case when excluded.mailed_at > inbox.mailed_at then excluded.mailed_at else inbox.mailed_at end`;

async function absorb(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  const known = trx.selectFrom('notice_act').select('act_id').where('notice_id', '=', intoId);
  await trx.deleteFrom('notice_act').where('notice_id', '=', fromId).where('act_id', 'in', known).execute();
  await trx.updateTable('notice_act').set({ notice_id: intoId }).where('notice_id', '=', fromId).execute();
  await sql`insert into inbox (person_id, notice_id, since, last_at, seen_at, read_at, mailed_at)
    select person_id, ${intoId}, since, last_at, seen_at, read_at, mailed_at from inbox where notice_id = ${fromId}
    ${onBoth}`.execute(trx);
  await trx.deleteFrom('inbox').where('notice_id', '=', fromId).execute();
  await trx.deleteFrom('notice').where('id', '=', fromId).execute();
}

/** What is told of what a person is in groups: the thing is named by group and person, `<group>:<person>`, and its acts likewise. */
async function moveMemberships(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  const own = await trx
    .selectFrom('notice')
    .select(['id', 'kind', 'thing_id'])
    .where('thing_type', '=', 'Membership')
    .where(sql<SqlBool>`thing_id like ${`%:${fromId}`}`)
    .execute();
  const named = (name: string) => name.replace(`:${fromId}`, `:${intoId}`);
  for (const { id, kind, thing_id } of own) {
    const renamed = sql<string>`replace(act_id, ${`:${fromId}`}, ${`:${intoId}`})`;
    await trx.updateTable('notice_act').set({ act_id: renamed }).where('notice_id', '=', id).execute();
    const into = named(thing_id) as RowId;
    const same = trx.selectFrom('notice').select('id').where('thing_id', '=', into).where('kind', '=', kind);
    const there = await same.executeTakeFirst();
    if (there) await absorb(trx, id, there.id);
    else await trx.updateTable('notice').set({ thing_id: into }).where('id', '=', id).execute();
  }
}

/** Acts of which each person can do one are named by them: `<subject>:<person>`. */
async function moveActs(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  const renamed = sql<string>`replace(act_id, ${`:${fromId}`}, ${`:${intoId}`})`;
  await sql`delete from notice_act where actor_id = ${fromId} and exists (
    select 1 from notice_act as own where own.notice_id = notice_act.notice_id
      and own.act_id = replace(notice_act.act_id, ${`:${fromId}`}, ${`:${intoId}`}) and own.actor_id = ${intoId})`.execute(
    trx,
  );
  await trx
    .updateTable('notice_act')
    .set({ actor_id: intoId, act_id: renamed })
    .where('actor_id', '=', fromId)
    .execute();
}
