import { ClientController, FollowController, QueryController, type Session } from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import { INBOX, type InboxFields } from './bell-operations.js';

interface Answer {
  /** Null for who is signed out. */
  readonly inboxId: string | null;
  readonly hasUnread: boolean;
  readonly session: Session;
}

/** As the cache has it: with the cursor of the last event that told of a change. */
type Inbox = InboxFields & { readonly id: string; readonly changedAt?: string };

/** Reads how much is new for the viewer. The server counts. */
export class InboxController {
  readonly client: ClientController;
  readonly query: QueryController<readonly unknown[], Answer>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.client = new ClientController(host);
    this.query = new QueryController(host, {
      args: () => [this.client.current],
      load: async () => {
        // Asked in one breath, they travel as one request.
        const [inbox, session] = await Promise.all([this.#ask(), this.client.current.session()]);
        return { inboxId: inbox?.id ?? null, hasUnread: !!inbox?.unread.totalCount, session };
      },
    });
    // What concerns one person alone is told under their id.
    new FollowController(
      host,
      this.client,
      () => this.query.value?.session.viewer?.person.id,
      () => this.#ask(),
      this.query,
    );
  }

  get inbox(): Inbox | undefined {
    return this.client.get<Inbox>(this.query.value?.inboxId);
  }

  async #ask() {
    const { viewer } = await this.client.current.query(INBOX, {});
    return viewer && { ...viewer.inbox, id: (viewer.inbox as { id: string }).id };
  }
}
