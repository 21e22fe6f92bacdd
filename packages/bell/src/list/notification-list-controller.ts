import {
  ClientController,
  ConnectionController,
  mutate,
  type PageArgs,
  type ParvisClient,
  QueryController,
} from '@parvis/core';
import { reread } from '@parvis/core/events/reread.js';
import type { ReactiveControllerHost } from 'lit';
import {
  MARK_READ,
  MARK_SEEN,
  MARK_UNREAD,
  type NotificationFields,
  NOTIFICATIONS,
} from './notification-operations.js';

const PAGE_SIZE = 20;

/** What of the inbox is listed. */
export type Filter = 'all' | 'unread' | 'mentions';

const mentions = ['MENTIONED_IN_COMMENT', 'MENTIONED_IN_POST'] as const;

export interface ListCriteria {
  readonly filter: Filter;
  readonly language: string;
  /** Changes when the list has to be read again. */
  readonly version: unknown;
}

/** Reads what the viewer is told, page by page, and marks it. */
export class NotificationListController {
  readonly client: ClientController;
  readonly list: ConnectionController;
  readonly query: QueryController<readonly unknown[], boolean>;
  readonly #criteria: () => ListCriteria | undefined;
  /** What of the inbox is in the list now. */
  shown: Filter | undefined;
  /** The latest one that is marked as seen, or about to be. */
  #seen: string | undefined;

  /** @param criteria - Undefined while nothing is to be read. */
  constructor(host: ReactiveControllerHost & HTMLElement, criteria: () => ListCriteria | undefined) {
    this.#criteria = criteria;
    this.client = new ClientController(host);
    this.query = new QueryController(host, {
      args: () => {
        const now = criteria();
        return now && [this.client.current, now.filter, now.language, now.version];
      },
      load: async (_args, signal) => {
        const { filter } = criteria()!;
        const page = await (filter === this.shown
          ? reread(this.list, (part) => this.#read(part), PAGE_SIZE)
          : this.#read());
        if (signal.aborted) return false;
        this.list.reset(page);
        this.shown = filter;
        return true;
      },
    });
    this.list = new ConnectionController(host, {
      client: this.client,
      name: () => undefined,
      pageSize: () => PAGE_SIZE,
      insertAt: () => 'end',
      load: (page) => this.#read(page),
    });
  }

  get notifications(): NotificationFields[] {
    return this.list.ids.flatMap((id) => this.client.get<NotificationFields>(id) ?? []);
  }

  /** Marks all that is shown as seen. */
  async markSeen(): Promise<void> {
    const [latest] = this.notifications;
    if (!latest || latest.at === this.#seen || this.notifications.every(({ isSeen }) => isSeen)) return;
    this.#seen = latest.at;
    await mutate(this.client.current, MARK_SEEN, { until: latest.at });
  }

  /** @param ids - None for all that there are. */
  async markRead(ids?: readonly string[]): Promise<void> {
    const changed = ids ?? this.list.ids;
    await shownAt(this.client.current, changed, { isRead: true, isSeen: true }, () =>
      mutate(this.client.current, MARK_READ, ids ? { ids: [...ids] } : {}),
    );
  }

  async markUnread(id: string): Promise<void> {
    await shownAt(this.client.current, [id], { isRead: false }, () =>
      mutate(this.client.current, MARK_UNREAD, { ids: [id] }),
    );
  }

  async #read({ first = PAGE_SIZE, after }: PageArgs = {}) {
    const { filter, language } = this.#criteria()!;
    const { viewer } = await this.client.current.query(NOTIFICATIONS, {
      first,
      after: after ?? null,
      unread: filter === 'unread',
      kinds: filter === 'mentions' ? [...mentions] : null,
      language,
    });
    const page = viewer?.inbox.notifications;
    return page ?? { nodes: [], pageInfo: { hasNextPage: false, startCursor: null, endCursor: null } };
  }
}

/** Shows a change at once, and takes it back where the server does not take it. */
async function shownAt(
  { cache }: ParvisClient,
  ids: readonly string[],
  change: Partial<NotificationFields>,
  write: () => Promise<unknown>,
): Promise<void> {
  const layers = ids.map((id) => cache.patch<NotificationFields>(id, change));
  try {
    await write();
    cache.write(ids.map((id) => ({ id, ...change })));
  } finally {
    for (const layer of layers) layer.drop();
  }
}
