import type { Executor } from '../../database/connect.ts';
import { newId, type RowId } from '../../platform/ids.ts';
import type { WallAudiences, WallKind } from './wall.ts';

export interface WallRow extends WallAudiences {
  id: RowId;
  kind: WallKind;
  owner: string;
}

const columns = ['id', 'kind', 'owner', 'audience', 'posters', 'writers'] as const;

export async function findWall(db: Executor, kind: WallKind, owner: string): Promise<WallRow | null> {
  const row = await db
    .selectFrom('wall')
    .select(columns)
    .where('kind', '=', kind)
    .where('owner', '=', owner)
    .executeTakeFirst();
  return row ?? null;
}

export function findWalls(db: Executor, ids: readonly RowId[]): Promise<WallRow[]> {
  return db.selectFrom('wall').select(columns).where('id', 'in', ids).execute();
}

/** A wall that is there. Nobody else posts there, or changes who does, until the transaction ends. */
export async function lockWall(trx: Executor, kind: WallKind, owner: string): Promise<WallRow> {
  return trx
    .updateTable('wall')
    .set(({ ref }) => ({ kind: ref('kind') }))
    .where('kind', '=', kind)
    .where('owner', '=', owner)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Those of some owners that are there, locked in the same way. */
export function lockWalls(trx: Executor, kind: WallKind, owners: readonly string[]): Promise<WallRow[]> {
  return trx
    .updateTable('wall')
    .set(({ ref }) => ({ kind: ref('kind') }))
    .where('kind', '=', kind)
    .where('owner', 'in', owners)
    .returning(columns)
    .execute();
}

export async function setAudiences(trx: Executor, id: RowId, audiences: WallAudiences): Promise<void> {
  const { audience, posters, writers } = audiences;
  await trx.updateTable('wall').set({ audience, posters, writers }).where('id', '=', id).execute();
}

/** The row of a wall, made where there is none. */
export async function ensureWall(
  trx: Executor,
  { kind, owner, audience, posters, writers }: Omit<WallRow, 'id'>,
  now: number,
): Promise<WallRow> {
  await trx
    .insertInto('wall')
    .values({ id: newId(), kind, owner, created_at: now, audience, posters, writers })
    .onConflict((conflict) => conflict.columns(['kind', 'owner']).doNothing())
    .execute();
  return (await findWall(trx, kind, owner))!;
}

export async function setOwner(trx: Executor, id: RowId, owner: string): Promise<void> {
  await trx.updateTable('wall').set({ owner }).where('id', '=', id).execute();
}

/** Deletes the row of a wall on which there are no posts. */
export async function deleteWall(trx: Executor, id: RowId): Promise<void> {
  await trx.deleteFrom('wall').where('id', '=', id).execute();
}
