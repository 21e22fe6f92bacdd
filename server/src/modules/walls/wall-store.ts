import type { Executor } from '../../database/connect.ts';
import { newId } from '../../platform/ids.ts';
import type { PageMove } from '../subjects/index.ts';
import type { WallKind } from './wall.ts';

export interface WallRow {
  id: string;
  kind: WallKind;
  owner: string;
}

export async function findWallId(db: Executor, kind: WallKind, owner: string): Promise<string | null> {
  const row = await db
    .selectFrom('wall')
    .select('id')
    .where('kind', '=', kind)
    .where('owner', '=', owner)
    .executeTakeFirst();
  return row?.id ?? null;
}

export function findWalls(db: Executor, ids: readonly string[]): Promise<WallRow[]> {
  return db.selectFrom('wall').select(['id', 'kind', 'owner']).where('id', 'in', ids).execute();
}

/** The row of a wall, made where there is none. */
export async function ensureWall(trx: Executor, kind: WallKind, owner: string, now: number): Promise<string> {
  await trx
    .insertInto('wall')
    .values({ id: newId(), kind, owner, created_at: now })
    .onConflict((conflict) => conflict.columns(['kind', 'owner']).doNothing())
    .execute();
  return (await findWallId(trx, kind, owner))!;
}

/** Lets the posts of a page's wall follow the page to its new key, to those that stand there already. */
export function movePageWall(trx: Executor, { from, to }: PageMove): Promise<void> {
  return moveWall(trx, 'page', from.key, to.key);
}

/** The same for a person's own wall, to that of who they turned out to be. */
export function movePersonWall(trx: Executor, fromId: string, intoId: string): Promise<void> {
  return moveWall(trx, 'person', fromId, intoId);
}

async function moveWall(trx: Executor, kind: WallKind, from: string, to: string): Promise<void> {
  const formerId = await findWallId(trx, kind, from);
  if (!formerId) return;
  const currentId = await findWallId(trx, kind, to);
  if (!currentId) {
    await trx.updateTable('wall').set({ owner: to }).where('id', '=', formerId).execute();
    return;
  }
  await trx.updateTable('post').set({ wall_id: currentId }).where('wall_id', '=', formerId).execute();
  await trx.deleteFrom('wall').where('id', '=', formerId).execute();
}
