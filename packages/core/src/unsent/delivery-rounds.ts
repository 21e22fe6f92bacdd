import type { ParvisClient } from '../client/parvis-client.js';
import { ParvisError } from '../client/parvis-error.js';
import { inTurn, unlessTaken } from './tab-lock.js';
import type { UnsentStore } from './unsent-store.js';
import { stateOf, type UnsentText } from './unsent-text.js';
import type { UnsentWriter } from './unsent-writer.js';

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

export interface RoundParts {
  store: UnsentStore;
  writer: UnsentWriter;
  /** Sends one text. Resolves to whether to go on with the next. */
  send: (text: UnsentText) => Promise<boolean>;
}

/**
 * Sends waiting texts in the order in which they were written: at the start, when the network is back, when the page
 * becomes visible, and after growing pauses. Only one tab sends at a time.
 */
export class DeliveryRounds {
  readonly #client: ParvisClient;
  readonly #parts: RoundParts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isUnderWay = false;
  #isAskedAgain = false;
  #isOver = false;

  constructor(client: ParvisClient, parts: RoundParts) {
    this.#client = client;
    this.#parts = parts;
    addEventListener('online', this.#onOnline);
    document.addEventListener('visibilitychange', this.#onVisible);
    void parts.writer.connect().then(() => this.start());
  }

  stop(): void {
    this.#isOver = true;
    this.#forgetTimer();
    removeEventListener('online', this.#onOnline);
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  start(): void {
    this.#forgetTimer();
    if (this.#isOver) return;
    this.#isAskedAgain = this.#isUnderWay;
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    void this.#adopt()
      .then(() => inTurn(`parvis:unsent:${this.#client.endpoint}`, () => this.#round()))
      .catch((reason: unknown) => console.error('Parvis could not send unsent texts.', reason))
      .then(() => {
        this.#isUnderWay = false;
        if (this.#isAskedAgain) this.start();
      });
  }

  /** Starts after a pause, unless a round is due anyway: the tab that wrote the text may be closed by then. */
  expect(): void {
    if (!this.#timer && !this.#isUnderWay) this.startLater();
  }

  /** Starts after a pause, if any text is waiting. */
  startLater(): void {
    this.#forgetTimer();
    if (this.#isOver || !this.#due.length) return;
    const pause = Math.min(FIRST_PAUSE * 2 ** this.#failures++, LONGEST_PAUSE);
    this.#timer = setTimeout(() => this.start(), pause * (0.5 + Math.random() / 2));
  }

  #forgetTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The texts that are sent automatically. */
  get #due(): UnsentText[] {
    const { viewerId } = this.#parts.writer;
    return this.#parts.store.all.filter(
      (text) => text.isWaiting && stateOf(text) === 'waiting' && text.viewerId === viewerId,
    );
  }

  /** Marks as waiting the texts that a page was sending when it was closed. */
  async #adopt(): Promise<void> {
    const { store } = this.#parts;
    for (const { id, isWaiting } of store.all) {
      if (isWaiting) continue;
      await unlessTaken(id, async () => {
        const text = store.get(id);
        if (text && !text.isWaiting) store.put({ ...text, isWaiting: true });
      });
    }
  }

  async #round(): Promise<void> {
    const { store, writer, send } = this.#parts;
    if (this.#isOver || !this.#due.length) return;
    try {
      await writer.ask();
    } catch (reason) {
      if (ParvisError.from(reason).code === 'UNAUTHENTICATED') writer.signedOut();
      return this.startLater();
    }
    // No later round either: after sign-in, a new page is loaded.
    if (this.#isOver || writer.isSignedOut) return;
    let passes = true;
    for (const { id } of this.#due) {
      if (!passes) break;
      await unlessTaken(id, async () => {
        const text = store.get(id);
        if (text && stateOf(text) === 'waiting') passes = await send(text);
      });
    }
    if (!this.#due.length) this.#failures = 0;
    if (!writer.isSignedOut) this.startLater();
  }

  readonly #onOnline = () => {
    this.#failures = 0;
    // Jitter: without it, all browsers of the company would reconnect at the same moment after an outage.
    this.#forgetTimer();
    this.#timer = setTimeout(() => this.start(), 1_000 * Math.random());
  };

  readonly #onVisible = () => {
    if (document.visibilityState === 'visible') this.start();
  };
}
