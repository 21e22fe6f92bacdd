import { BodyRefused } from './exchange.ts';

/** The memory for request bodies that are still being received. */
export interface BodyLimits {
  /** In bytes, of all bodies together. */
  total: number;
  /** In bytes, of those that come from one address. */
  perAddress: number;
}

export const bodyLimits: BodyLimits = { total: 64 * 1024 * 1024, perAddress: 16 * 1024 * 1024 };

/**
 * Counts the bytes of all request bodies that have begun and not ended, so that clients who send half a body and wait
 * cannot fill the memory.
 */
export class BodyPool {
  readonly #limits: BodyLimits;
  readonly #byAddress = new Map<string, number>();
  #held = 0;

  constructor(limits: BodyLimits = bodyLimits) {
    this.#limits = limits;
  }

  /** How many bytes are kept now. */
  get held(): number {
    return this.#held;
  }

  /** @throws {BodyRefused} where that is too much, for this address or for all together. */
  take(address: string, bytes: number): void {
    const ofAddress = (this.#byAddress.get(address) ?? 0) + bytes;
    if (ofAddress > this.#limits.perAddress || this.#held + bytes > this.#limits.total)
      throw new BodyRefused(503, 'Too many requests are on their way at once. Try again in a little while.');
    this.#byAddress.set(address, ofAddress);
    this.#held += bytes;
  }

  giveBack(address: string, bytes: number): void {
    const ofAddress = (this.#byAddress.get(address) ?? 0) - bytes;
    if (ofAddress > 0) this.#byAddress.set(address, ofAddress);
    else this.#byAddress.delete(address);
    this.#held -= bytes;
  }
}
