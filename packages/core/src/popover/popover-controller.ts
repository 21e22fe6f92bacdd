import type { LitElement, ReactiveController } from 'lit';
import { placePopover, type Anchor } from './place-popover.js';
import { PopoverCloseEvent } from './popover-close-event.js';

export interface PopoverOptions {
  /** Called once it has closed, whatever closed it. By default, its host dispatches a `PopoverCloseEvent`. */
  onClose?: () => unknown;
  /** Also closes when the focus leaves it; Tab goes on from the anchor. */
  isMenu?: boolean;
}

/**
 * The one popover in the template of its host. It opens beside an anchor and closes when that scrolls out of sight; the focus
 * that is in it then returns to the anchor. Escape (see `keepInside`) and a press elsewhere close an `auto` popover by
 * themselves.
 */
export class PopoverController implements ReactiveController {
  readonly #host: LitElement;
  readonly #onClose: () => unknown;
  readonly #isMenu: boolean;
  readonly #sight = new IntersectionObserver((entries) => this.#onSight(entries.at(-1)!.isIntersecting));
  #anchor: HTMLElement | undefined;
  #wasInSight = false;

  constructor(host: LitElement, { onClose, isMenu = false }: PopoverOptions = {}) {
    this.#host = host;
    this.#onClose = onClose ?? (() => host.dispatchEvent(new PopoverCloseEvent()));
    this.#isMenu = isMenu;
    host.addController(this);
  }

  get isOpen(): boolean {
    return !!this.#popover?.matches(':popover-open');
  }

  /** Whether the pointer or the focus is in it, or on its anchor. */
  get isUsed(): boolean {
    return [this.#popover, this.#anchor].some((element) => element?.matches(':hover, :focus-within'));
  }

  /**
   * Opens it, or moves it where it is open. Its host must have rendered.
   *
   * @param at - Where it stands, if not beside the whole of `anchor`.
   * @returns Whether it was closed before.
   */
  open(anchor: HTMLElement, at: Anchor = anchor): boolean {
    const popover = this.#popover;
    if (!popover || !this.#host.isConnected) return false;
    const isNew = !this.isOpen;
    if (isNew) popover.showPopover();
    this.#listen(popover);
    this.#follow(anchor);
    placePopover(popover, at);
    return isNew;
  }

  close(): void {
    if (this.isOpen) this.#popover!.hidePopover();
  }

  hostDisconnected(): void {
    // It closes with no event then.
    if (this.#anchor) this.#end();
  }

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>('[popover]') ?? null;
  }

  #listen(popover: HTMLElement): void {
    popover.addEventListener('beforetoggle', this.#onBeforeToggle);
    popover.addEventListener('toggle', this.#onToggle);
    if (!this.#isMenu) return;
    popover.addEventListener('focusout', this.#onFocusOut);
    popover.addEventListener('keydown', this.#onKeydown);
  }

  #follow(anchor: HTMLElement): void {
    if (anchor === this.#anchor) return;
    this.#anchor = anchor;
    this.#wasInSight = false;
    this.#sight.disconnect();
    this.#sight.observe(anchor);
  }

  #onSight(isInSight: boolean): void {
    // The page may still be scrolling to it.
    if (!isInSight && this.#wasInSight) this.close();
    this.#wasInSight = isInSight;
  }

  #end(): void {
    this.#anchor = undefined;
    this.#sight.disconnect();
    this.#onClose();
  }

  // The browser returns the focus only to what had it before, and not through nested shadow roots.
  readonly #onBeforeToggle = ({ newState }: ToggleEvent) => {
    const popover = this.#popover!;
    if (newState === 'open' || !popover.matches(':focus-within')) return;
    popover.removeEventListener('focusout', this.#onFocusOut);
    this.#anchor?.focus({ preventScroll: true });
  };

  readonly #onToggle = ({ newState }: ToggleEvent) => {
    if (newState === 'closed') this.#end();
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !this.#popover!.contains(relatedTarget as Node)) this.close();
  };

  readonly #onKeydown = ({ key }: KeyboardEvent) => {
    if (key === 'Tab') this.close();
  };
}
