import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface RovingOptions {
  /** What the focus moves among, in order. */
  items: () => readonly HTMLElement[];
  /** Which arrow keys move it. Without it, the host moves it by keys of its own. */
  axis?: 'vertical' | 'horizontal' | 'both';
  /** Tab leads to one of them: the one that had the focus last. */
  isTabStop?: boolean;
}

/**
 * Moves the focus among items by the ARIA authoring practices: by arrow keys, from the last to the first and back, and by Home
 * and End. Its host passes on the events.
 */
export class RovingFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: RovingOptions;
  #current: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & Element, options: RovingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#options.isTabStop) return;
    const items = this.#options.items();
    if (!items.includes(this.#current!)) this.#current = items[0];
    for (const item of items) item.tabIndex = item === this.#current ? 0 : -1;
  }

  readonly onFocusIn = ({ target }: Event) => {
    this.#current = target as HTMLElement;
    this.hostUpdated();
  };

  readonly onKeydown = (event: KeyboardEvent) => {
    const items = this.#options.items();
    const to = this.#moves(items)[event.key];
    // With these, the keys are the browser's: Alt and an arrow lead to the page before.
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  };

  /** The index to which each key leads; negative ones count from the end. */
  #moves(items: readonly HTMLElement[]): Record<string, number> {
    const { axis } = this.#options;
    const at = items.findIndex((item) => item.matches(':focus'));
    const isRtl = getComputedStyle(this.#host).direction === 'rtl';
    const [left, right] = isRtl ? [at + 1, at - 1] : [at - 1, at + 1];
    return {
      ...(axis !== 'horizontal' && { ArrowUp: at - 1, ArrowDown: at + 1 }),
      ...(axis !== 'vertical' && { ArrowLeft: left, ArrowRight: right }),
      Home: 0,
      End: -1,
    };
  }
}
