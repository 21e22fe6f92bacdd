import { newIdempotencyKey } from './idempotency-key.js';

/**
 * The idempotency key of what a person tries to send. After an answer that was lost on its way, the same words sent once
 * more are the same post or comment; other words are another one.
 */
export class Attempt {
  #words: string | undefined;
  #key = '';

  keyFor(words: string): string {
    if (this.#words !== words) this.#key = newIdempotencyKey();
    this.#words = words;
    return this.#key;
  }

  /** The server has it: the same words are something new from now on. */
  succeeded(): void {
    this.#words = undefined;
  }
}
