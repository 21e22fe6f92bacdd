import { ClientController, FollowController, QueryController, type ParvisError, type Session } from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import type { Group } from './group.js';
import { GROUP, GROUP_BY_ID } from './group-operations.js';

interface Answer {
  /** None where there is no such group, or the viewer may not know of it: the two look the same. */
  readonly id: string | undefined;
  readonly session: Session;
}

/** Reads a group, and reads it again when it or its members change. */
export class GroupController {
  readonly client: ClientController;
  readonly #host: ReactiveControllerHost;
  readonly #query: QueryController<readonly unknown[], Answer>;
  /** The group that has gone since it was read: it was deleted, or the viewer is out of a hidden one. */
  #gone: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, handle: () => string) {
    this.#host = host;
    this.client = new ClientController(host);
    this.#query = new QueryController(host, {
      args: () => [this.client.current, handle()],
      load: async () => {
        // Asked in one breath, they travel as one request.
        const [{ group }, session] = await Promise.all([
          this.client.current.query(GROUP, { handle: handle() }),
          this.client.current.session(),
        ]);
        this.#gone = undefined;
        return { id: group?.id, session };
      },
    });
    new FollowController(
      host,
      this.client,
      () => this.current?.id,
      () => this.reread(),
    );
    // Of the channels of its wall, those who show the wall are told.
    new FollowController(
      host,
      this.client,
      () => this.current?.wall?.id,
      () => this.reread(),
    );
  }

  get error(): ParvisError | undefined {
    return this.#query.error;
  }

  /** Who looks at it; undefined until the server has answered. */
  get session(): Session | undefined {
    return this.#query.value?.session;
  }

  /** The group, if the viewer may know of it. */
  get current(): Group | undefined {
    const id = this.#query.value?.id;
    return id === this.#gone ? undefined : this.client.get<Group>(id);
  }

  reload(): void {
    this.#query.reload();
  }

  /** Reads it again where it is shown. By its id: its handle changes when it becomes hidden. */
  async reread(): Promise<void> {
    const id = this.current?.id;
    if (!id) return;
    // Who cannot read now sees what there was.
    const answer = await this.client.current.query(GROUP_BY_ID, { id }).catch(() => undefined);
    if (!answer || answer.node) return;
    this.#gone = id;
    this.#host.requestUpdate();
  }
}
