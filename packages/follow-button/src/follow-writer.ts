// Loaded once there is a button: to read what one follows takes none of it.
import {
  graphql,
  mutate,
  pageDetails,
  ParvisError,
  type OptimisticLayer,
  type ParvisClient,
  type Session,
} from '@parvis/core';
import type { Followed, FollowLevel } from './follow-operations.js';

const SET_FOLLOW = graphql(`
  mutation SetFollow($input: SetFollowInput!) {
    setFollow(input: $input) {
      source {
        id
        viewerFollow
      }
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

/** Writes how much the viewer hears of one thing: at once on screen, then on the server. */
export class FollowWriter {
  #layer: OptimisticLayer | undefined;
  #wanted: FollowLevel | null | undefined;

  /**
   * Choices that come while one is on its way are summed up in one more write. On screen all is as before where that fails.
   *
   * @param key - By which the tag names a page.
   * @returns Whether the server has it: not where another choice is on its way already.
   * @throws {ParvisError}
   */
  async set(
    client: ParvisClient,
    { id, key }: { id: string; key: string },
    level: FollowLevel | null,
  ): Promise<boolean> {
    const isBusy = this.#wanted !== undefined;
    this.#wanted = level;
    this.#layer?.drop();
    this.#layer = client.cache.patch<Followed>(id, { viewerFollow: level });
    if (isBusy) return false;
    try {
      for (;;) {
        const sent: FollowLevel | null = this.#wanted;
        await mutate(client, SET_FOLLOW, { sourceId: id, level: sent, page: pageDetails(key) });
        if (sent === this.#wanted) return true;
      }
    } finally {
      this.#layer.drop();
      this.#layer = this.#wanted = undefined;
    }
  }
}

/** Why somebody who is signed out cannot follow anything, and where they sign in. */
export function signedOut({ settings }: Session): ParvisError {
  return new ParvisError('UNAUTHENTICATED', undefined, { signInUrl: settings.signInUrl });
}
