import type { Executor } from '../../database/connect.ts';

/** Posts that were deleted before a moment and still hold their text. */
export async function findForgettable(trx: Executor, before: number, limit: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('subject')
    .innerJoin('post', 'post.id', 'subject.id')
    .select('post.id')
    .where('subject.deleted_at', '<', before)
    .where('post.source', '<>', '')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Leaves the rows, on which comments hang, without what they said. */
export async function forgetTexts(trx: Executor, ids: readonly string[]): Promise<void> {
  await trx
    .updateTable('post')
    .set({ source: '', text: '', tree: '[]', link_url: null })
    .where('id', 'in', ids)
    .execute();
}
