import { ClientController, ConnectionController, QueryController, type ParvisError, type Session } from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import { GROUP_LIST } from './group-list-operations.js';

const PAGE_SIZE = 20;

export interface GroupCriteria {
  readonly scope: 'mine' | 'discover';
  readonly query: string;
}

interface Answer {
  readonly totalCount: number;
  readonly canCreate: boolean;
  /** The ids of the groups that the viewer is asked to come into, where their own are listed. */
  readonly invitations: readonly string[];
  readonly session: Session;
}

/** Reads groups by their names, page by page. */
export class GroupListController {
  readonly client: ClientController;
  readonly groups: ConnectionController;
  readonly #query: QueryController<readonly unknown[], Answer>;
  #last: Answer | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, criteria: () => GroupCriteria) {
    this.client = new ClientController(host);
    const read = (after: string | null) => {
      const { scope, query } = criteria();
      return this.client.current.query(GROUP_LIST, { mine: scope === 'mine', query, first: PAGE_SIZE, after });
    };
    this.#query = new QueryController(host, {
      args: () => [this.client.current, criteria().scope, criteria().query],
      load: async (_args, signal) => {
        const [{ groups, groupInvitations, viewerCanCreateGroups }, session] = await Promise.all([
          read(null),
          this.client.current.session(),
        ]);
        if (!signal.aborted) this.groups.reset(groups);
        const invitations = (groupInvitations ?? []).map(({ id }) => id);
        return { totalCount: groups.totalCount, canCreate: viewerCanCreateGroups, invitations, session };
      },
    });
    this.groups = new ConnectionController(host, {
      client: this.client,
      name: () => undefined,
      pageSize: () => PAGE_SIZE,
      insertAt: () => 'end',
      load: async ({ after }) => (await read(after ?? null)).groups,
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
}
