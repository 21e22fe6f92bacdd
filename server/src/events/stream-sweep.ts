import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { EventStream } from './event-stream.ts';
import type { Reauthorization } from './reauthorization.ts';

const interval = 500;
/** Below the minute after which many proxies cut what is silent. */
const heartbeatInterval = 15_000;
const beats = heartbeatInterval / interval;
/** How long a reader is let be, in milliseconds. */
const authorizedFor = 5 * 60_000;
/** Readers who came all at once are not asked about all at once. */
const mostReviews = 50;

/** The one timer of all streams: ends those whose proof of who reads has expired, asks again, and keeps the others alive. */
export class StreamSweep {
  readonly #streams: ReadonlySet<EventStream>;
  readonly #reauthorization: Reauthorization;
  readonly #clock: Clock;
  readonly #forget: () => void;
  #timer: NodeJS.Timeout | null = null;
  #beat = 0;

  /** @param parts.forget - Called each time. */
  constructor(parts: {
    streams: ReadonlySet<EventStream>;
    reauthorization: Reauthorization;
    clock: Clock;
    forget: () => void;
  }) {
    this.#streams = parts.streams;
    this.#reauthorization = parts.reauthorization;
    this.#clock = parts.clock;
    this.#forget = parts.forget;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#sweep(), interval).unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #sweep(): void {
    this.#forget();
    this.#beat = (this.#beat + 1) % beats;
    const now = this.#clock.now();
    let reviews = 0;
    for (const stream of this.#streams) {
      const { expiresAt, audiencesUntil } = stream.authorization;
      if (expiresAt !== null && expiresAt <= now) {
        stream.finish(stream.rendering.refused(new Refusal('UNAUTHENTICATED', 'Your sign-in has expired.')));
        continue;
      }
      if (audiencesUntil !== null && audiencesUntil <= now && !stream.isWithheld)
        this.#reauthorization.rightsEnded(stream);
      if (now - stream.authorizedAt >= authorizedFor && reviews < mostReviews) {
        reviews += 1;
        this.#reauthorization.review(stream);
      }
      if (stream.number % beats === this.#beat) stream.beat();
    }
  }
}
