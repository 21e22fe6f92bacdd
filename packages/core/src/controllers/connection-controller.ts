import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ShownList } from '../cache/entity-cache.js';
import type { ClientController } from '../client/client-controller.js';
import { ParvisError } from '../client/parvis-error.js';
import type { Connection, PageArgs } from './connection.js';

export type { Connection, PageArgs } from './connection.js';

export interface ConnectionOptions {
  client: ClientController;
  /** The list's name in the cache, such as `comments:<subject id>`; new members are added under it. */
  name: () => string | undefined;
  pageSize: () => number;
  load: (page: PageArgs) => Promise<Connection>;
  /** Where a new member goes. */
  insertAt: () => 'start' | 'end';
  /** Receives a member that another person added, where the reader decides when to show it. */
  offer?: (id: string) => void;
}

/** A list that grows at both ends: the ids of its members, in order, each once. */
export class ConnectionController implements ReactiveController, ShownList {
  ids: readonly string[] = [];
  readonly held = new Set<string>();
  readonly offer: ((id: string) => void) | undefined;
  hasNext = false;
  hasPrevious = false;
  /** Which end is being read. */
  loading: 'next' | 'previous' | undefined;
  error: ParvisError | undefined;

  /** The element that shows it. */
  readonly host: ReactiveControllerHost & Element;
  readonly options: ConnectionOptions;
  /** The cursors of the first and the last member that were read. */
  start: string | null | undefined;
  end: string | null | undefined;
  #name: string | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element, options: ConnectionOptions) {
    this.host = host;
    this.options = options;
    this.offer = options.offer;
    host.addController(this);
  }

  get insertAt(): 'start' | 'end' {
    return this.options.insertAt();
  }

  /** Replaces the list by a page that came with another response. */
  reset(page: Connection): void {
    this.ids = page.nodes.map(({ id }) => id);
    this.hasNext = !!page.pageInfo.hasNextPage;
    this.hasPrevious = !!page.pageInfo.hasPreviousPage;
    this.start = page.pageInfo.startCursor;
    this.end = page.pageInfo.endCursor;
    this.error = undefined;
    this.host.requestUpdate();
  }

  /** Reads the next page. Resolves to the ids that it added. */
  async more(): Promise<readonly string[]> {
    return this.#read('next');
  }

  /** Reads the previous page. Resolves to the ids that it added. */
  async previous(): Promise<readonly string[]> {
    return this.#read('previous');
  }

  /** Adds a new member, at the end that `insertAt` names. */
  add(id: string): void {
    if (this.ids.includes(id)) return;
    this.ids = this.insertAt === 'start' ? [id, ...this.ids] : [...this.ids, id];
    this.host.requestUpdate();
  }

  remove(id: string): void {
    this.ids = this.ids.filter((member) => member !== id);
    for (const member of this.held) this.add(member);
    this.held.clear();
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const name = this.options.name();
    if (!this.host.isConnected || name === this.#name) return;
    this.#stop?.();
    this.#name = name;
    this.#stop = name ? this.options.client.current.cache.nameList(name, this) : undefined;
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#name = undefined;
  }

  async #read(end: 'next' | 'previous'): Promise<readonly string[]> {
    if (this.loading) return [];
    this.loading = end;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      const { readPage } = await import('./read-page.js');
      return await readPage(this, end);
    } catch (reason) {
      this.error = ParvisError.from(reason);
      return [];
    } finally {
      this.loading = undefined;
      this.host.requestUpdate();
    }
  }
}
