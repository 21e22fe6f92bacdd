import { ParvisError } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Page<Item> {
  readonly totalCount: number;
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list whose items have no ids of their own, read page by page. */
export class PagedList<Item> implements ReactiveController {
  /** Undefined before the first page is there. */
  items: readonly Item[] | undefined;
  totalCount = 0;
  hasNext = false;
  loading = false;
  error: ParvisError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #load: (after: string | null) => Promise<Page<Item>>;
  #end: string | null = null;
  #round = 0;
  #isAsked = false;

  constructor(host: ReactiveControllerHost, load: (after: string | null) => Promise<Page<Item>>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    void this.#read([]);
  }

  /** Reads it from the start. What is shown stays until then. */
  async restart(): Promise<void> {
    this.#round++;
    this.#end = null;
    this.loading = false;
    await this.#read([]);
  }

  /** Reads the next page; of the first one again, when that did not come. Resolves to how many items there were before. */
  async more(): Promise<number> {
    const known = this.items?.length ?? 0;
    await this.#read(this.items ?? []);
    return known;
  }

  /** Shows an item in another way. */
  change(change: (item: Item) => Item): void {
    this.items = this.items?.map(change);
    this.#host.requestUpdate();
  }

  async #read(before: readonly Item[]): Promise<void> {
    if (this.loading) return;
    const round = this.#round;
    this.loading = true;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const { nodes, totalCount, pageInfo } = await this.#load(this.#end);
      if (round !== this.#round) return;
      this.items = [...before, ...nodes];
      this.totalCount = totalCount;
      this.hasNext = pageInfo.hasNextPage;
      this.#end = pageInfo.endCursor;
    } catch (reason) {
      if (round !== this.#round) return;
      this.error = ParvisError.from(reason);
    }
    this.loading = false;
    this.#host.requestUpdate();
  }
}
