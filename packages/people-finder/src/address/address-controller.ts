import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hrefOf, readRoute, type Route } from './people-address.js';

/** How many people deep the reader went, kept in the entry of the browser's history. */
const DEPTH = 'parvisPeople';

export interface AddressOptions {
  /** Whether the place stands in the page's address. */
  isSynced: () => boolean;
  /** The reader went back or forward. */
  onMove: (route: Route | undefined) => void;
}

/**
 * Remembers the way of the reader from a search to a person and on to others: in the page's address and the browser's
 * history where the page wants that, else by itself.
 */
export class AddressController implements ReactiveController {
  readonly #options: AddressOptions;
  #trail: Route[] = [];

  constructor(host: ReactiveControllerHost, options: AddressOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** The place in the address, if it names one. */
  read(): Route | undefined {
    return this.#options.isSynced() ? readRoute() : undefined;
  }

  /** The reader refines a search: no step to go back. */
  replace(route: Route): void {
    if (!route.person) this.#trail = [];
    // The depth stays: the entries before this one are still there.
    if (this.#options.isSynced()) history.replaceState(history.state, '', hrefOf(route));
  }

  /** The reader goes from a place to a person: a step to go back. */
  push(from: Route, to: Route): void {
    this.#trail.push(from);
    if (this.#options.isSynced()) history.pushState({ ...stateOf(), [DEPTH]: depthOf() + 1 }, '', hrefOf(to));
  }

  /** Goes one step back; to the search, for a reader who came straight to a person. */
  back(from: Route): void {
    if (this.#options.isSynced() && depthOf()) return history.back();
    const route = this.#trail.pop() ?? { ...from, person: undefined };
    this.replace(route);
    this.#options.onMove(route);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
  }

  readonly #onPopState = () => {
    if (this.#options.isSynced()) this.#options.onMove(readRoute());
  };
}

/** The page's own state of this entry, which stays beside ours. */
const stateOf = (): Record<string, unknown> => {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
};

const depthOf = () => Number(stateOf()[DEPTH]) || 0;
