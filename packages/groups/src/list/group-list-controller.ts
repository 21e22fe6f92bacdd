import {
  ClientController,
  ConnectionController,
  QueryController,
  type PageArgs,
  type ParvisError,
  type ResultOf,
  type Session,
} from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import { GROUP_LIST } from './group-list-operations.js';

const PAGE_SIZE = 20;

export interface GroupCriteria {
  readonly scope: 'mine' | 'discover';
  readonly query: string;
}

/** What is known besides the groups themselves. */
interface Around {
  readonly totalCount: number;
  readonly canCreate: boolean;
  /** The ids of the groups that the viewer is asked to come into, where their own are listed. */
  readonly invitations: readonly string[];
}

interface Answer extends Around {
  readonly session: Session;
}

const aroundOf = ({ groups, groupInvitations, viewerCanCreateGroups }: ResultOf<typeof GROUP_LIST>): Around => ({
  totalCount: groups.totalCount,
  canCreate: viewerCanCreateGroups,
  invitations: (groupInvitations ?? []).map(({ id }) => id),
});

/** Reads groups by their names, page by page. */
export class GroupListController {
  readonly client: ClientController;
  readonly groups: ConnectionController;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #criteria: () => GroupCriteria;
  readonly #query: QueryController<readonly unknown[], Answer>;
  #last: Answer | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, criteria: () => GroupCriteria) {
    this.#host = host;
    this.#criteria = criteria;
    this.client = new ClientController(host);
    this.#query = new QueryController(host, {
      args: () => [this.client.current, criteria().scope, criteria().query],
      load: async (_args, signal) => {
        const [answer, session] = await Promise.all([this.#read(), this.client.current.session()]);
        if (!signal.aborted) this.groups.reset(answer.groups);
        return { ...aroundOf(answer), session };
      },
    });
    this.groups = new ConnectionController(host, {
      client: this.client,
      name: () => undefined,
      pageSize: () => PAGE_SIZE,
      insertAt: () => 'end',
      load: async (page) => (await this.#read(page)).groups,
    });
  }

  /** The last answer; it stays while a newer one is on its way. */
  get answer(): Answer | undefined {
    return (this.#last = this.#query.value ?? this.#last);
  }

  /** Whether that is for other criteria than those of now. */
  get isLate(): boolean {
    return !this.#query.value;
  }

  get error(): ParvisError | undefined {
    return this.#query.error;
  }

  reload(): void {
    this.#query.reload();
  }

  /** Reads again what is shown, and leaves what stays where it is. */
  async reread(): Promise<void> {
    const { value } = this.#query;
    if (!value) return;
    const { refresh, reread } = await import('@parvis/core/events/reread.js');
    let first: Around | undefined;
    const page = await reread(
      this.groups,
      async (page) => {
        const answer = await this.#read(page);
        first ??= aroundOf(answer);
        return answer.groups;
      },
      PAGE_SIZE,
    );
    // Other groups are looked for by now.
    if (this.#query.value !== value) return;
    refresh(this.client.current.cache, this.groups, page);
    this.#query.value = { ...value, ...first };
    this.#host.requestUpdate();
  }

  #read({ first = PAGE_SIZE, after }: PageArgs = {}) {
    const { scope, query } = this.#criteria();
    const mine = scope === 'mine';
    return this.client.current.query(GROUP_LIST, { mine, query, first, after: after ?? null });
  }
}
