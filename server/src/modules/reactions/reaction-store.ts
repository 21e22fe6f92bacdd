import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../database/keyset.ts';
import { prepared } from '../../database/prepared.ts';
import type { PageRequest } from '../../platform/connection.ts';
import { newId, type RowId } from '../../platform/ids.ts';
import type { Reaction, ReactionContent } from './reaction.ts';

/** A reaction of the viewer. */
export interface OwnReaction {
  subjectId: RowId;
  content: ReactionContent;
}

/** One person's own reactions to several subjects. */
export function findOwn(db: Executor, subjectIds: readonly RowId[], personId: RowId): Promise<OwnReaction[]> {
  return own(db, { subjectIds, personId }, '');
}

// Those of one person stand side by side in their index.
const own = prepared((db, { subjectIds, personId }: { subjectIds: readonly RowId[]; personId: RowId }) =>
  db
    .selectFrom('reaction')
    .select(['subject_id as subjectId', 'content'])
    .where('person_id', '=', personId)
    .where('subject_id', 'in', subjectIds),
);

const latest: Keyset = { columns: ['created_at', 'id'], direction: 'desc' };

/** Reactions to a subject, latest first. */
export function findReactions(
  db: Executor,
  subjectId: RowId,
  content: ReactionContent | null,
  page: PageRequest,
): Promise<Reaction[]> {
  return db
    .selectFrom('reaction')
    .select(['id', 'subject_id as subjectId', 'person_id as personId', 'content', 'created_at as createdAt'])
    .where('subject_id', '=', subjectId)
    .$if(content !== null, (query) => query.where('content', '=', content!))
    .where(inPage(latest, page))
    .orderBy(inOrder(latest, page))
    .limit(page.limit)
    .execute();
}

/** Those of some people who react to a subject. */
export async function findReacting(db: Executor, subjectId: RowId, personIds: readonly RowId[]): Promise<RowId[]> {
  const reactions = db.selectFrom('reaction').select('person_id').where('subject_id', '=', subjectId);
  return (await reactions.where('person_id', 'in', personIds).execute()).map(({ person_id }) => person_id);
}

export async function findReaction(db: Executor, id: RowId): Promise<Reaction | null> {
  const reaction = await db
    .selectFrom('reaction')
    .select(['id', 'subject_id as subjectId', 'person_id as personId', 'content', 'created_at as createdAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return reaction ?? null;
}

export async function countReactions(db: Executor, subjectId: RowId, content: ReactionContent): Promise<number> {
  const group = await db
    .selectFrom('reaction_group')
    .select('count')
    .where('subject_id', '=', subjectId)
    .where('content', '=', content)
    .executeTakeFirst();
  return group?.count ?? 0;
}

/**
 * Sets a person's reaction to a locked subject or, with null, removes it, and updates the counts of the groups.
 * Answers by how much the number of people who reacted changes; null where it is their reaction already.
 */
export async function putReaction(
  trx: Executor,
  {
    subjectId,
    personId,
    content,
    now,
  }: { subjectId: RowId; personId: RowId; content: ReactionContent | null; now: number },
): Promise<-1 | 0 | 1 | null> {
  const own = trx
    .selectFrom('reaction')
    .select('content')
    .where('subject_id', '=', subjectId)
    .where('person_id', '=', personId);
  const former = (await own.executeTakeFirst())?.content ?? null;
  if (former === content) return null;
  if (former) await addToGroup(trx, subjectId, former, -1);
  if (content === null) {
    await trx.deleteFrom('reaction').where('subject_id', '=', subjectId).where('person_id', '=', personId).execute();
    return -1;
  }
  await trx
    .insertInto('reaction')
    .values({ id: newId(), subject_id: subjectId, person_id: personId, content, created_at: now })
    .onConflict((conflict) => conflict.columns(['subject_id', 'person_id']).doUpdateSet({ content, created_at: now }))
    .execute();
  await addToGroup(trx, subjectId, content, 1);
  return former ? 0 : 1;
}

async function addToGroup(trx: Executor, subjectId: RowId, content: ReactionContent, change: 1 | -1): Promise<void> {
  await trx
    .insertInto('reaction_group')
    .values({ subject_id: subjectId, content, count: change })
    .onConflict((conflict) =>
      conflict
        .columns(['subject_id', 'content'])
        .doUpdateSet((eb) => ({ count: eb('reaction_group.count', '+', change) })),
    )
    .execute();
}

/** Moves all reactions of one subject to another. Who reacted to both keeps the reaction to the second. */
export async function moveReactions(trx: Executor, fromId: RowId, toId: RowId): Promise<void> {
  const reactedToBoth = trx.selectFrom('reaction').select('person_id').where('subject_id', '=', toId);
  await trx.deleteFrom('reaction').where('subject_id', '=', fromId).where('person_id', 'in', reactedToBoth).execute();
  await trx.updateTable('reaction').set({ subject_id: toId }).where('subject_id', '=', fromId).execute();
  await trx.deleteFrom('reaction_group').where('subject_id', 'in', [fromId, toId]).execute();
  await sql`
    insert into reaction_group (subject_id, content, count)
    select subject_id, content, count(*) from reaction where subject_id = ${toId} group by subject_id, content
  `.execute(trx);
  await trx
    .updateTable('subject')
    .set({ reaction_count: sql<number>`(select count(*) from reaction where subject_id = ${toId})` })
    .where('id', '=', toId)
    .execute();
}

/** Gives the reactions of one person to another, who keeps their own where both reacted. */
export async function moveReactionsOf(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const reactedToBoth = trx.selectFrom('reaction').select('subject_id').where('person_id', '=', intoId);
  const doubles = await trx
    .deleteFrom('reaction')
    .where('person_id', '=', fromId)
    .where('subject_id', 'in', reactedToBoth)
    .returning(['subject_id', 'content'])
    .execute();
  for (const { subject_id, content } of doubles) {
    await addToGroup(trx, subject_id, content, -1);
    await trx
      .updateTable('subject')
      .set((eb) => ({ reaction_count: eb('reaction_count', '-', 1) }))
      .where('id', '=', subject_id)
      .execute();
  }
  const rest = trx.updateTable('reaction').set({ person_id: intoId }).where('person_id', '=', fromId);
  return doubles.length + Number((await rest.executeTakeFirst()).numUpdatedRows);
}
