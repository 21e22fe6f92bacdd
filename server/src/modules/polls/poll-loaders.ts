import DataLoader from 'dataloader';
import type { Viewer } from '../../platform/viewer.ts';
import type { PollChoice } from './poll.ts';
import type { PollService } from './poll-service.ts';

/** Batches the reads of the viewer’s votes in one request. */
export class PollLoaders {
  readonly #isSignedIn: boolean;
  readonly #chosen: DataLoader<PollChoice, boolean, string>;

  constructor(polls: PollService, viewer: Viewer) {
    this.#isSignedIn = viewer.id !== null;
    this.#chosen = new DataLoader(
      async (choices) => {
        const chosen = await polls.votesOf(viewer, [...new Set(choices.map(({ postId }) => postId))]);
        return choices.map(({ id }) => chosen.has(id));
      },
      { cacheKeyFn: ({ id }) => id },
    );
  }

  /** Whether the viewer voted for a choice. Synchronous for a choice without votes. */
  hasChosen(choice: PollChoice): boolean | Promise<boolean> {
    return this.#isSignedIn && choice.voteCount > 0 ? this.#chosen.load(choice) : false;
  }
}
