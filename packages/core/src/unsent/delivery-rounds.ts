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
  /** Sends one text. Answers whether the next may pass. */
  send: (text: UnsentText) => Promise<boolean>;
}

/**
 * Sends what waits, in the order in which it was written: at the start, when the network is back, when the page is seen
 * again, and after pauses that grow. One tab does so at a time.
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
    void parts.writer.meet().then(() => this.start());
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
      .catch((reason: unknown) => console.error('Parvis cannot send what is kept.', reason))
      .then(() => {
        this.#isUnderWay = false;
        if (this.#isAskedAgain) this.start();
      });
  }

  /** Starts after a pause, unless that is to happen anyway: the tab that has written may be gone by then. */
  expect(): void {
    if (!this.#timer && !this.#isUnderWay) this.startLater();
  }

  /** Starts after a pause, if anything waits. */
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

  /** What is sent without being asked. */
  get #due(): UnsentText[] {
    const { viewerId } = this.#parts.writer;
    return this.#parts.store.all.filter(
      (text) => text.isWaiting && stateOf(text) === 'waiting' && text.viewerId === viewerId,
    );
  }

  /** Makes wait what was on its way in a page that is no more. */
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
    // Not even a later round: the viewer comes back with another page.
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
    // Jitter, or every browser of the company comes back in the same instant after an outage.
    this.#forgetTimer();
    this.#timer = setTimeout(() => this.start(), 1_000 * Math.random());
  };

  readonly #onVisible = () => {
    if (document.visibilityState === 'visible') this.start();
  };
}
