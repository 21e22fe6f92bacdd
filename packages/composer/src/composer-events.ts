/** The writer sends what they wrote. Cancelled, it stays as it is, and nothing is said about it. */
export class ComposerSubmitEvent extends Event {
  static readonly type = 'parvis-composer-submit';
  readonly #work: Promise<unknown>[] = [];

  constructor(
    /** What they wrote, as they typed it. */
    readonly body: string,
  ) {
    super(ComposerSubmitEvent.type, { cancelable: true });
  }

  /** The composer keeps the text until `work` is done, and for good when it fails: then it says why. */
  waitUntil(work: Promise<unknown>): void {
    this.#work.push(work);
  }

  /** Settles when all that was waited for has. */
  get settled(): Promise<unknown> {
    return Promise.all(this.#work);
  }
}

/** The writer gives up. */
export class ComposerCancelEvent extends Event {
  static readonly type = 'parvis-composer-cancel';
  constructor() {
    super(ComposerCancelEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    [ComposerSubmitEvent.type]: ComposerSubmitEvent;
    [ComposerCancelEvent.type]: ComposerCancelEvent;
  }
}
