import { StreamRefused, StreamSilent } from './connection.js';

/** How one connection went. */
export interface Attempt {
  /** How long it lasted, in ms. */
  readonly duration: number;
  /** Whether the server let it in. */
  readonly opened: boolean;
  /** Whether it told of something. */
  readonly delivered: boolean;
  /** Why it ended; nothing when the server ended it. */
  readonly reason: unknown;
}

const LONG = 10_000;
/** So many points mean that streaming does not work here. */
const HOPELESS = 6;

/** Learns from connections how long to wait before the next, and whether streaming works at all. All in ms. */
export class Backoff {
  #failures = 0;
  #points = 0;

  /** Whether what is on the way lets no stream through: widgets have to ask again and again then. */
  get hopeless(): boolean {
    return this.#points >= HOPELESS;
  }

  /** How long to wait after a connection. Jittered: a server that comes back is not to meet all browsers at once. */
  after({ duration, opened, delivered, reason }: Attempt): number {
    const worked = delivered || (opened && duration > LONG);
    this.#failures = worked ? 0 : this.#failures + 1;
    // A proxy that gathers a whole answer says nothing, or cuts after some seconds. A server that is away does neither.
    if (worked) this.#points = 0;
    else if (reason instanceof StreamSilent) this.#points += HOPELESS / 2;
    else if (opened) this.#points += 1;
    if (reason instanceof StreamRefused && !opened) return jittered(grown(30_000, this.#failures, 300_000));
    if (this.hopeless) return jittered(grown(15_000, this.#failures - HOPELESS / 2, 120_000));
    return worked ? Math.random() * 2_000 : jittered(grown(500, this.#failures, 30_000));
  }
}

const grown = (first: number, times: number, most: number) => Math.min(most, first * 2 ** Math.max(0, times - 1));
const jittered = (delay: number) => delay * (0.5 + Math.random() / 2);
