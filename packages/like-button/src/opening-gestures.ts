const HOVER = 500;
const HOLD = 400;
const LEAVE = 300;

/**
 * The ways to ask a button for more than its click does: hover with a mouse, hold with a finger, arrow-down on a
 * keyboard. The click that ends a hold is not a click.
 */
export class OpeningGestures {
  readonly #open: (options: { focus: boolean }) => void;
  readonly #close: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #held = false;

  /** @param open - `focus`: whether the keyboard follows. */
  constructor(open: (options: { focus: boolean }) => void, close: () => void) {
    this.#open = open;
    this.#close = close;
  }

  /** Whether the click at hand only ends a hold. Asks once. */
  takeHold(): boolean {
    const held = this.#held;
    this.#held = false;
    return held;
  }

  /** Forgets what was about to open or close. */
  readonly cancel = () => clearTimeout(this.#timer);

  /** The pointer is gone: what it opened closes, unless it comes back. */
  readonly leave = () => this.#after(LEAVE, this.#close);

  on(event: Event): void {
    if (event instanceof KeyboardEvent) {
      this.#held = false;
      if (event.key === 'ArrowDown') this.#open({ focus: true });
    } else if (event instanceof PointerEvent) {
      if (event.pointerType === 'mouse') this.#onMouse(event.type);
      else this.#onFinger(event);
    }
  }

  #onMouse(type: string): void {
    this.#held = false;
    if (type === 'pointerenter') this.#after(HOVER, () => this.#open({ focus: false }));
    else if (type === 'pointerleave') this.leave();
    else this.cancel();
  }

  #onFinger(event: PointerEvent): void {
    this.cancel();
    if (event.type === 'pointerdown') {
      this.#held = false;
      this.#after(HOLD, this.#hold);
    } else if (event.type === 'contextmenu') {
      // The browser has seen the hold before our clock did: our menu comes in the place of its own.
      event.preventDefault();
      this.#hold();
    } else if (event.type === 'pointerup' && this.#held) {
      // The browser closes popovers where a finger is lifted outside of them.
      this.#open({ focus: false });
    }
  }

  readonly #hold = () => {
    this.#held = true;
    this.#open({ focus: false });
  };

  #after(delay: number, act: () => void): void {
    this.cancel();
    this.#timer = setTimeout(act, delay);
  }
}
