import type { Executor } from '../../database/connect.ts';
import { newId, type RowId } from '../../platform/ids.ts';
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

/** The id of a wall's row, which is inserted if there is none. */
export async function ensureWall(trx: Executor, wall: WallOwner, now: number): Promise<RowId> {
  await trx
    .insertInto('wall')
    .values({ id: newId(), kind: wall.kind, owner: wall.owner, created_at: now })
    .onConflict((conflict) => conflict.columns(['kind', 'owner']).doNothing())
    .execute();
  return (await findWallId(trx, wall))!;
}

export async function setOwner(trx: Executor, id: RowId, owner: WallOwner['owner']): Promise<void> {
  await trx.updateTable('wall').set({ owner }).where('id', '=', id).execute();
}

/** Deletes the row of a wall on which there are no posts. */
export async function deleteWall(trx: Executor, id: RowId): Promise<void> {
  await trx.deleteFrom('wall').where('id', '=', id).execute();
}
