import type { Selectable } from 'kysely';
import type { Executor } from '../../../database/connect.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { ChannelTable } from '../wall-table.ts';
import type { Channel } from './channel.ts';

/** The channels of several walls, each wall's in their order; archived ones too. */
export async function findChannelsOf(db: Executor, wallIds: readonly RowId[]): Promise<Map<RowId, Channel[]>> {
  const rows = await db
    .selectFrom('channel')
    .selectAll()
    .where('wall_id', 'in', wallIds)
    .orderBy('wall_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows.map(toChannel), ({ wallId }) => wallId);
}

export async function findChannels(db: Executor, ids: readonly RowId[]): Promise<Channel[]> {
  return (await db.selectFrom('channel').selectAll().where('id', 'in', ids).execute()).map(toChannel);
}

export async function insertChannel(trx: Executor, { id, wallId, name, position, archivedAt }: Channel): Promise<void> {
  await trx.insertInto('channel').values({ id, wall_id: wallId, name, position, archived_at: archivedAt }).execute();
}

export async function updateChannel(trx: Executor, { id, name, position, archivedAt }: Channel): Promise<void> {
  await trx.updateTable('channel').set({ name, position, archived_at: archivedAt }).where('id', '=', id).execute();
}

export async function moveChannels(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  await trx.updateTable('channel').set({ wall_id: intoId }).where('wall_id', '=', fromId).execute();
}

function toChannel(row: Selectable<ChannelTable>): Channel {
  return { id: row.id, wallId: row.wall_id, name: row.name, position: row.position, archivedAt: row.archived_at };
}
