import DataLoader from 'dataloader';
import type { Wall } from './wall.ts';
import type { WallService } from './wall-service.ts';
import type { RowId } from '../../platform/ids.ts';

/** Gathers what one request reads of walls and posts. */
export class WallLoaders {
  readonly #walls: DataLoader<RowId, Wall>;

  constructor(walls: WallService) {
    this.#walls = new DataLoader(async (ids) => {
      const found = await walls.byRowIds(ids);
      return ids.map((id) => found.get(id)!);
    });
  }

  load(rowId: RowId): Promise<Wall> {
    return this.#walls.load(rowId);
  }
}
