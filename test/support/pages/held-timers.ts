const { setTimeout, clearTimeout } = window;

/** The timers of one delay, from now on: they end when the test says so, however fast the machine is. */
export class HeldTimers {
  readonly waiting = new Map<number, () => void>();

  /** @param delay - In milliseconds. */
  constructor(delay: number) {
    window.setTimeout = ((act: () => void, after?: number) => {
      if (after !== delay) return setTimeout(act, after);
      const id = setTimeout(() => {});
      this.waiting.set(id, act);
      return id;
    }) as typeof setTimeout;
    window.clearTimeout = (id) => {
      this.waiting.delete(Number(id));
      clearTimeout(id);
    };
  }

  /** Ends those that wait. */
  end(): void {
    const acts = [...this.waiting.values()];
    this.waiting.clear();
    for (const act of acts) act();
  }

  /** Gives the page its timers back. */
  static release(): void {
    Object.assign(window, { setTimeout, clearTimeout });
  }
}
