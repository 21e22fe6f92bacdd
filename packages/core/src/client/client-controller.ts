import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Entity } from '../cache/entity-cache.js';
import { surroundings, type Surroundings } from '../provider/surroundings.js';
import { defaultClient } from './default-client.js';
import type { ParvisClient } from './parvis-client.js';

/**
 * Gives its host the client and the theme that apply to its part of the page, and entities of the cache. The host renders
 * again when an entity that it has read changes.
 */
export class ClientController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #surroundings: ContextConsumer<typeof surroundings, ReactiveControllerHost & HTMLElement>;
  #read = new Set<string>();
  #theme: Surroundings['theme'];
  #observed: ParvisClient | undefined;
  #stopObserving?: () => void;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    // Before the consumer: the page's root provider must exist to answer it.
    host.addController(this);
    this.#surroundings = new ContextConsumer(host, { context: surroundings, subscribe: true });
  }

  get current(): ParvisClient {
    return this.#surroundings.value?.client ?? defaultClient();
  }

  /** What is known of an entity now. */
  get<T extends Entity>(id: string | null | undefined): T | undefined {
    if (id) this.#read.add(id);
    return this.current.cache.get<T>(id);
  }

  hostConnected(): void {
    defaultClient();
  }

  hostUpdate(): void {
    if (this.#host.hasAttribute('pass')) this.current.usePasses();
    this.#read.clear();
    // Set on the widget itself too: rules of the page between it and the provider could override it.
    const { theme } = this.#surroundings.value ?? {};
    if (theme !== this.#theme) this.#host.style.colorScheme = theme ?? '';
    this.#theme = theme;
    // Lit also renders elements that have left the page: observing then would keep them in memory for ever.
    if (!this.#host.isConnected || this.#observed === this.current) return;
    this.#stopObserving?.();
    this.#observed = this.current;
    this.#stopObserving = this.current.cache.observe((changed) => {
      for (const id of this.#read) if (changed.has(id)) return this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stopObserving?.();
    this.#observed = undefined;
  }
}
