import type { Executor } from '../../database/connect.ts';
import { newId, type RowId } from '../../platform/ids.ts';
import type { PageMove } from '../subjects/index.ts';
import type { WallOwner } from './wall.ts';

export type WallRow = WallOwner & { readonly id: RowId };

export async function findWallId(db: Executor, { kind, owner }: WallOwner): Promise<RowId | null> {
  const row = await db
    .selectFrom('wall')
    .select('id')
    .where('kind', '=', kind)
    .where('owner', '=', owner)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function findWalls(db: Executor, ids: readonly RowId[]): Promise<WallRow[]> {
  const rows = await db.selectFrom('wall').select(['id', 'kind', 'owner']).where('id', 'in', ids).execute();
  return rows as WallRow[];
}

/** The row of a wall, made where there is none. */
export async function ensureWall(trx: Executor, wall: WallOwner, now: number): Promise<RowId> {
  await trx
    .insertInto('wall')
    .values({ id: newId(), kind: wall.kind, owner: wall.owner, created_at: now })
    .onConflict((conflict) => conflict.columns(['kind', 'owner']).doNothing())
    .execute();
  return (await findWallId(trx, wall))!;
}

/** Lets the posts of a page's wall follow the page to its new key, to those that stand there already. */
export function movePageWall(trx: Executor, { from, to }: PageMove): Promise<void> {
  return moveWall(trx, { kind: 'page', owner: from.key }, { kind: 'page', owner: to.key });
}

/** The same for a person's own wall, to that of who they turned out to be. */
export function movePersonWall(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  return moveWall(trx, { kind: 'person', owner: fromId }, { kind: 'person', owner: intoId });
}

async function moveWall(trx: Executor, from: WallOwner, to: WallOwner): Promise<void> {
  const formerId = await findWallId(trx, from);
  if (!formerId) return;
  const currentId = await findWallId(trx, to);
  if (!currentId) {
    await trx.updateTable('wall').set({ owner: to.owner }).where('id', '=', formerId).execute();
    return;
  }
  await trx.updateTable('post').set({ wall_id: currentId }).where('wall_id', '=', formerId).execute();
  await trx.deleteFrom('wall').where('id', '=', formerId).execute();
}
