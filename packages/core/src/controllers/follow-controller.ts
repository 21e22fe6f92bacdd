import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClientController } from '../client/client-controller.js';
import type { ParvisClient } from '../client/parvis-client.js';

/** Keeps what its host shows up to date with what others do, for as long as it is on the page. */
export class FollowController implements ReactiveController {
  readonly #client: ClientController;
  readonly #topic: () => string | undefined;
  readonly #reread: () => unknown;
  #followed: string | undefined;
  #current: ParvisClient | undefined;
  #stop: (() => void) | undefined;

  /**
   * @param topic - what is shown, once it is: the id of a page, post, comment or wall
   * @param reread - reads it again, without disturbing those who read
   */
  constructor(
    host: ReactiveControllerHost,
    client: ClientController,
    topic: () => string | undefined,
    reread: () => unknown,
  ) {
    this.#client = client;
    this.#topic = topic;
    this.#reread = reread;
    host.addController(this);
  }

  // As soon as the answer is shown: its place in the log of events is the last that the client knows of.
  hostUpdated(): void {
    const topic = this.#topic();
    const { current } = this.#client;
    if (topic === this.#followed && current === this.#current) return;
    this.hostDisconnected();
    if (!topic) return;
    this.#followed = topic;
    this.#current = current;
    current.rereads.add(this.#reread);
    this.#stop = current.follow(topic);
  }

  hostConnected(): void {
    this.hostUpdated();
    // What happened while it was not on the page, nobody has told it.
    if (this.#stop) this.#reread();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#current?.rereads.delete(this.#reread);
    this.#followed = this.#stop = this.#current = undefined;
  }
}
