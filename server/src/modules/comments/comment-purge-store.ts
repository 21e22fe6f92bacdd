import type { Executor } from '../../database/connect.ts';

/** Comments that were deleted before a moment, or were about a post that was, and still hold their text. */
export async function findForgettable(trx: Executor, before: number, limit: number): Promise<string[]> {
  const deleted = (column: 'comment.id' | 'comment.root_id') =>
    trx
      .selectFrom('subject')
      .innerJoin('comment', column, 'subject.id')
      .select('comment.id')
      .where('subject.deleted_at', '<', before)
      .where('comment.source', '<>', '')
      .limit(limit)
      .execute();
  // Each by its own index.
  const rows = [...(await deleted('comment.id')), ...(await deleted('comment.root_id'))];
  return [...new Set(rows.map(({ id }) => id))];
}

/** Leaves the rows, on which answers hang, without what they said. */
export async function forgetTexts(trx: Executor, ids: readonly string[]): Promise<void> {
  await trx.updateTable('comment').set({ source: '', text: '', tree: '[]' }).where('id', 'in', ids).execute();
}
