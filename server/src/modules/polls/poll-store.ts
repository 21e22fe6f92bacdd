import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { newId, type RowId } from '../../platform/ids.ts';
import type { Poll, PollChoice } from './poll.ts';
import type { PollDraft } from './poll-draft.ts';

/** The polls of several posts, by the ids of those. */
export async function findPolls(db: Executor, postIds: readonly RowId[]): Promise<Map<RowId, Poll>> {
  const polls = await db
    .selectFrom('poll')
    .select([
      'post_id as postId',
      'multiple',
      'ends_at as endsAt',
      'closed_at as closedAt',
      'voter_count as voterCount',
    ])
    .where('post_id', 'in', postIds)
    .execute();
  const choices = await db
    .selectFrom('poll_choice')
    .select(['id', 'post_id as postId', 'text', 'vote_count as voteCount'])
    .where('post_id', 'in', postIds)
    .orderBy('post_id')
    .orderBy('position')
    .execute();
  const byPost = Map.groupBy<string, PollChoice>(choices, ({ postId }) => postId);
  return new Map(
    polls.map(({ postId, multiple, ...poll }) => [
      postId,
      { ...poll, multiple: multiple === 1, choices: byPost.get(postId) ?? [] },
    ]),
  );
}

export async function insertPoll(trx: Executor, postId: RowId, draft: PollDraft): Promise<void> {
  const { choices, multiple, endsAt } = draft;
  await trx
    .insertInto('poll')
    .values({ post_id: postId, multiple: Number(multiple), ends_at: endsAt, closed_at: null })
    .execute();
  const rows = choices.map((text, position) => ({ id: newId(), post_id: postId, position, text }));
  await trx.insertInto('poll_choice').values(rows).execute();
}

export async function setClosedAt(trx: Executor, postId: RowId, closedAt: number): Promise<void> {
  await trx.updateTable('poll').set({ closed_at: closedAt }).where('post_id', '=', postId).execute();
}

/** The choices that a person took in several polls. */
export async function findVotes(db: Executor, postIds: readonly RowId[], personId: RowId): Promise<Set<RowId>> {
  const votes = await db
    .selectFrom('poll_vote')
    .select('choice_id')
    .where('post_id', 'in', postIds)
    .where('person_id', '=', personId)
    .execute();
  return new Set(votes.map(({ choice_id }) => choice_id));
}

/**
 * Lets a person have taken these choices and no others. To be called by one writer of a poll at a time.
 *
 * @returns Whether that changes anything.
 */
export async function putVotes(
  trx: Executor,
  { postId, personId, chosen, now }: { postId: RowId; personId: RowId; chosen: ReadonlySet<RowId>; now: number },
): Promise<boolean> {
  const former = await findVotes(trx, [postId], personId);
  const gone = [...former].filter((id) => !chosen.has(id));
  const added = [...chosen].filter((id) => !former.has(id));
  if (gone.length + added.length === 0) return false;
  if (gone.length > 0) {
    const votes = trx.deleteFrom('poll_vote').where('post_id', '=', postId).where('person_id', '=', personId);
    await votes.where('choice_id', 'in', gone).execute();
    await addToChoices(trx, gone, -1);
  }
  if (added.length > 0) {
    const rows = added.map((id) => ({ post_id: postId, person_id: personId, choice_id: id, created_at: now }));
    await trx.insertInto('poll_vote').values(rows).execute();
    await addToChoices(trx, added, 1);
  }
  const voters = Number(chosen.size > 0) - Number(former.size > 0);
  if (voters !== 0) {
    const poll = trx.updateTable('poll').where('post_id', '=', postId);
    await poll.set((eb) => ({ voter_count: eb('voter_count', '+', voters) })).execute();
  }
  return true;
}

async function addToChoices(trx: Executor, ids: readonly RowId[], change: 1 | -1): Promise<void> {
  await trx
    .updateTable('poll_choice')
    .set((eb) => ({ vote_count: eb('vote_count', '+', change) }))
    .where('id', 'in', ids)
    .execute();
}

/** The posts with polls in which a person voted. */
export async function findPollsOf(db: Executor, personId: RowId): Promise<RowId[]> {
  const votes = db.selectFrom('poll_vote').select('post_id').where('person_id', '=', personId);
  return (await votes.distinct().orderBy('post_id').execute()).map(({ post_id }) => post_id);
}

/**
 * Gives the votes of one person in some polls to another. Where both voted, what the other took stays, and is joined by the
 * rest where several choices may be taken.
 */
export async function moveVotes(
  trx: Executor,
  { postIds, fromId, intoId }: { postIds: readonly RowId[]; fromId: RowId; intoId: RowId },
): Promise<void> {
  if (postIds.length === 0) return;
  const own = trx.selectFrom('poll_vote').where('person_id', '=', intoId);
  const single = trx.selectFrom('poll').select('post_id').where('multiple', '=', 0);
  await trx
    .deleteFrom('poll_vote')
    .where('person_id', '=', fromId)
    .where((eb) =>
      eb.or([
        eb('choice_id', 'in', own.select('choice_id')),
        eb.and([eb('post_id', 'in', own.select('post_id')), eb('post_id', 'in', single)]),
      ]),
    )
    .execute();
  await trx.updateTable('poll_vote').set({ person_id: intoId }).where('person_id', '=', fromId).execute();
  await recount(trx, postIds);
}

async function recount(trx: Executor, postIds: readonly RowId[]): Promise<void> {
  await trx
    .updateTable('poll_choice')
    .set({ vote_count: sql<number>`(select count(*) from poll_vote where choice_id = poll_choice.id)` })
    .where('post_id', 'in', postIds)
    .execute();
  await trx
    .updateTable('poll')
    .set({
      voter_count: sql<number>`(select count(distinct person_id) from poll_vote where post_id = poll.post_id)`,
    })
    .where('post_id', 'in', postIds)
    .execute();
}

/** Forgets polls with all that was voted. */
export async function deletePolls(trx: Executor, postIds: readonly RowId[]): Promise<void> {
  for (const table of ['poll_vote', 'poll_choice', 'poll'] as const)
    await trx.deleteFrom(table).where('post_id', 'in', postIds).execute();
}
