const HOVER = 500;
const HOLD = 400;
const LEAVE = 300;

/**
 * The ways to ask a button for more than its click does: hover with a mouse, hold with a finger, arrow-down on a
 * keyboard. The click that ends a hold is not a click.
 */
export class OpeningGestures {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #held = false;

  constructor(
    /** `focus`: whether the keyboard follows. */
    private readonly open: (options: { focus: boolean }) => void,
    private readonly close: () => void,
  ) {}

  /** Whether the click at hand only ends a hold. Asks once. */
  takeHold(): boolean {
    const held = this.#held;
    this.#held = false;
    return held;
  }

  /** Forgets what was about to open or close. */
  readonly cancel = () => clearTimeout(this.#timer);

  readonly onEnter = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') this.#after(HOVER, () => this.open({ focus: false }));
  };

  readonly onLeave = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') this.#after(LEAVE, this.close);
  };

  readonly onDown = (event: PointerEvent) => {
    this.#held = false;
    if (event.pointerType === 'mouse') return this.cancel();
    this.#after(HOLD, () => {
      this.#held = true;
      this.open({ focus: false });
    });
  };

  readonly onUp = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') this.cancel();
  };

  readonly onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.open({ focus: true });
  };

  #after(delay: number, act: () => void): void {
    this.cancel();
    this.#timer = setTimeout(act, delay);
  }
}
