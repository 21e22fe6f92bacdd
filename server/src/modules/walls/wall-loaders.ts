import DataLoader from 'dataloader';
import type { FormerVersion } from '../subjects/index.ts';
import type { PostService } from './post-service.ts';
import type { Wall } from './wall.ts';
import type { WallService } from './wall-service.ts';

/** Gathers what one request reads of walls and posts. */
export class WallLoaders {
  readonly #walls: DataLoader<string, Wall>;
  readonly #versions: DataLoader<string, FormerVersion[]>;

  constructor(walls: WallService, posts: PostService) {
    this.#walls = new DataLoader(async (ids) => {
      const found = await walls.byRowIds(ids);
      return ids.map((id) => found.get(id)!);
    });
    this.#versions = new DataLoader(async (ids) => {
      const versions = await posts.versions(ids);
      return ids.map((id) => versions.get(id)!);
    });
  }

  load(rowId: string): Promise<Wall> {
    return this.#walls.load(rowId);
  }

  versions(postId: string): Promise<FormerVersion[]> {
    return this.#versions.load(postId);
  }
}
