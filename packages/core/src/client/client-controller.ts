import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Entity } from '../cache/entity-cache.js';
import { closestComposed } from '../localisation/nearest-lang.js';
import { defaultClient, observeDefaultClient } from './default-client.js';
import type { ParvisClient } from './parvis-client.js';

/** An element that gives the part of the page that it wraps a client of its own. */
export interface ClientProvider extends Element {
  readonly client: ParvisClient;
}

/** What a provider dispatches when its client is another one. */
export const CLIENT_CHANGE = 'parvis-client-change';

/**
 * Gives its host the client of its part of the page, and entities of the cache: the host renders again when an entity
 * that it read changes.
 */
export class ClientController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #provider: ClientProvider | null = null;
  #read = new Set<string>();
  #observed: ParvisClient | undefined;
  #stopObserving?: () => void;
  #stopDefault?: () => void;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get current(): ParvisClient {
    return this.#provider?.client ?? defaultClient();
  }

  /** What is known of an entity now. */
  get<T extends Entity>(id: string | null | undefined): T | undefined {
    if (id) this.#read.add(id);
    return this.current.cache.get<T>(id);
  }

  hostConnected(): void {
    this.#provider = closestComposed(this.#host, 'parvis-provider') as ClientProvider | null;
    this.#provider?.addEventListener(CLIENT_CHANGE, this.#onChange);
    this.#stopDefault = observeDefaultClient(this.#onChange);
  }

  hostUpdate(): void {
    this.#read.clear();
    if (this.#observed === this.current) return;
    this.#stopObserving?.();
    this.#observed = this.current;
    this.#stopObserving = this.current.cache.observe((changed) => {
      for (const id of this.#read) if (changed.has(id)) return this.#onChange();
    });
  }

  hostDisconnected(): void {
    this.#provider?.removeEventListener(CLIENT_CHANGE, this.#onChange);
    this.#stopDefault?.();
    this.#stopObserving?.();
    this.#observed = undefined;
  }

  readonly #onChange = () => this.#host.requestUpdate();
}
