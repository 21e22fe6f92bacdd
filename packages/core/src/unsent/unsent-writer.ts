import type { ParvisClient } from '../client/parvis-client.js';
import { ParvisError } from '../client/parvis-error.js';
import { graphql } from '../graphql/graphql.js';

const WHO_ASKS = graphql(`
  query WhoAsks {
    viewer {
      person {
        id
      }
    }
  }
`);

/**
 * Whose texts are shown and sent here. Phones in a workshop have many users: what somebody wrote is shown to nobody else,
 * and the server is asked again for whom it takes us before it is sent.
 */
export class UnsentWriter {
  /** Their id; none when nobody is signed in, undefined as long as that is not known. */
  viewerId: string | undefined;
  /** Who wrote here must sign in again. */
  isSignedOut = false;

  readonly #client: ParvisClient;
  readonly #changed: () => void;
  readonly #place: string;
  #isGone = false;

  constructor(client: ParvisClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
    this.#place = `parvis:viewer:${client.endpoint}`;
  }

  /** Learns who the viewer is; without the network, who it was the last time. */
  async meet(): Promise<void> {
    if (!navigator.onLine) this.#recall();
    try {
      const { viewer } = await this.#client.session();
      this.#is(viewer?.person.id ?? '');
    } catch (reason) {
      if (ParvisError.from(reason).isTransient) this.#recall();
    }
  }

  /**
   * Asks for whom the server takes us now: somebody may have signed out in another tab.
   * @throws {ParvisError} when it does not answer
   */
  async ask(): Promise<string> {
    const answer = await this.#client.request(WHO_ASKS as unknown as string, {});
    const { viewer } = answer as { viewer: { person: { id: string } } | null };
    if (viewer) this.#is(viewer.person.id);
    else this.signedOut();
    return viewer?.person.id ?? '';
  }

  /** Somebody else writes here now: what is still answered to this one is of no account. */
  leave(): void {
    this.#isGone = true;
  }

  signedOut(): void {
    this.isSignedOut = true;
    this.#changed();
  }

  #is(viewerId: string): void {
    if (this.#isGone) return;
    this.isSignedOut = false;
    this.viewerId = viewerId;
    try {
      localStorage.setItem(this.#place, viewerId);
    } catch {
      // Forbidden: then nothing is kept that somebody could see.
    }
    this.#changed();
  }

  #recall(): void {
    try {
      this.viewerId ??= localStorage.getItem(this.#place) ?? '';
    } catch {
      this.viewerId ??= '';
    }
    this.#changed();
  }
}
