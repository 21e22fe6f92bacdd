import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MARGIN = '0px 0px 800px';

export interface NearEndOptions {
  /** What stands at the end of the list, while there is more. */
  end: () => Element | null;
  /** How often to ask by itself: what follows the list on the page must be reached some day. */
  limit: number;
  /** Asks for more; resolves to whether it came. */
  load: () => Promise<boolean>;
}

/** Asks for more when the reader comes near the end of a list. Its code comes when a reader begins to scroll. */
export class NearEndController implements ReactiveController {
  readonly #options: NearEndOptions;
  readonly #observer = new IntersectionObserver((entries) => void this.#onNear(entries), { rootMargin: MARGIN });
  #end: Element | null = null;
  #times = 0;

  constructor(host: ReactiveControllerHost, options: NearEndOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    const end = this.#options.end();
    if (end === this.#end) return;
    this.#observer.disconnect();
    this.#end = end;
    if (end) this.#observer.observe(end);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#end = null;
  }

  async #onNear(entries: IntersectionObserverEntry[]): Promise<void> {
    const end = this.#end;
    if (!end || !entries.some(({ isIntersecting }) => isIntersecting) || this.#times >= this.#options.limit) return;
    this.#times++;
    this.#observer.unobserve(end);
    // Observed anew, it tells of an end that is still near.
    if ((await this.#options.load()) && end === this.#end) this.#observer.observe(end);
  }
}
