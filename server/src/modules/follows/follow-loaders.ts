import DataLoader from 'dataloader';
import type { RowId } from '../../platform/ids.ts';
import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { FollowLevel, FollowSource } from './follow.ts';
import type { FollowService } from './follow-service.ts';

/** Reads at once what the viewer hears of all things of a request. */
export class FollowLoaders {
  readonly #own: DataLoader<FollowSource, FollowLevel | null, RowId> | null;

  constructor(follows: FollowService, viewer: Viewer) {
    this.#own = isSignedIn(viewer)
      ? new DataLoader(
          async (sources: readonly FollowSource[]) => {
            const own = await follows.own(viewer, sources);
            return sources.map(({ id }) => own.get(id) ?? null);
          },
          { cacheKeyFn: ({ id }) => id },
        )
      : null;
  }

  /** Answers at once for somebody who cannot follow anything. */
  own(source: FollowSource): FollowLevel | null | Promise<FollowLevel | null> {
    return this.#own ? this.#own.load(source) : null;
  }
}
