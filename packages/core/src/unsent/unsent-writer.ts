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
 * The person whose texts are shown and sent here. Several people may share a phone in a workshop: a text is shown only to its
 * author, and before it is sent, the server is asked again who is signed in.
 */
export class UnsentWriter {
  /** Id of the signed-in person; empty when signed out, undefined while unknown. */
  viewerId: string | undefined;
  /** Whether the author must sign in again. */
  isSignedOut = false;

  readonly #client: ParvisClient;
  readonly #changed: () => void;
  readonly #place: string;
  #isClosed = false;

  constructor(client: ParvisClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
    this.#place = `parvis:viewer:${client.endpoint}`;
  }

  /** Finds out who the viewer is; without a network, assumes the last one. */
  async connect(): Promise<void> {
    if (!navigator.onLine) this.#recall();
    try {
      const { viewer } = await this.#client.session();
      this.#is(viewer?.person.id ?? '');
    } catch (reason) {
      if (ParvisError.from(reason).isTransient) this.#recall();
    }
  }

  /**
   * Asks the server who is signed in now: that may have changed in another tab.
   * @throws {ParvisError} when it does not answer
   */
  async ask(): Promise<string> {
    const answer = await this.#client.request(WHO_ASKS as unknown as string, {});
    const { viewer } = answer as { viewer: { person: { id: string } } | null };
    if (viewer) this.#is(viewer.person.id);
    else this.signedOut();
    return viewer?.person.id ?? '';
  }

  /** Another person has signed in: responses that are still on their way are ignored. */
  disconnect(): void {
    this.#isClosed = true;
  }

  signedOut(): void {
    this.isSignedOut = true;
    this.#changed();
  }

  #is(viewerId: string): void {
    if (this.#isClosed) return;
    this.isSignedOut = false;
    this.viewerId = viewerId;
    try {
      localStorage.setItem(this.#place, viewerId);
    } catch {
      // Storage is forbidden: then it contains no texts either.
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
