import DataLoader from 'dataloader';
import { assertReadable, type Readable } from '../../platform/readable.ts';
import type { Viewer } from '../../platform/viewer.ts';
import type { Channel } from './channels/channel.ts';
import type { Wall } from './wall.ts';
import type { WallService } from './wall-service.ts';
import type { RowId } from '../../platform/ids.ts';

/** Gathers what one request reads of walls and posts. */
export class WallLoaders {
  readonly #walls: DataLoader<RowId, Readable<Wall>>;
  readonly #channels: DataLoader<RowId, Channel[]>;

  constructor(walls: WallService, viewer: Viewer) {
    this.#walls = new DataLoader(async (ids) => {
      const found = await walls.byRowIds(ids);
      return Promise.all(ids.map((id) => assertReadable(viewer, found.get(id)).catch((error: Error) => error)));
    });
    this.#channels = new DataLoader(async (wallIds) => {
      const found = await walls.channels.of(wallIds);
      return wallIds.map((id) => found.get(id) ?? []);
    });
  }

  load(rowId: RowId): Promise<Readable<Wall>> {
    return this.#walls.load(rowId);
  }

  /** Those of a wall, for who reads it. */
  channels(rowId: RowId): Promise<Channel[]> {
    return this.#channels.load(rowId);
  }
}
