import type { BodySink, StreamedBody } from '../http/exchange.ts';
import { type Audience, isAmong } from '../platform/audience.ts';
import type { ParvisEvent } from './event.ts';
import type { EventRendering, Rendered } from './event-rendering.ts';
import type { StreamFigures } from './stream-figures.ts';
import type { GlobalId } from '../platform/ids.ts';

/** What a reader may follow. */
export interface Authorization {
  /** The global id of the person; null for somebody signed out. */
  readonly person: GlobalId | null;
  /** When their proof of who they are ends, in milliseconds since 1970; null where it does not. */
  readonly expiresAt: number | null;
  /** The topics asked for that they may follow, as they named them. */
  readonly taken: readonly GlobalId[];
  /** The same as events are told under. */
  readonly topics: readonly GlobalId[];
  /** The audiences that the reader is in. */
  readonly audiences: ReadonlySet<Audience>;
  /** When they leave the first of them, in milliseconds since 1970; null where they do not by themselves. */
  readonly audiencesUntil: number | null;
}

/** What a stream asks of the one who keeps all streams. */
export interface StreamKeeper {
  readonly figures: StreamFigures;
  /** How many readers are behind, and may still catch up. */
  behind: number;
  /** The place up to which a stream has been told all that it will be told. */
  lastCursor(stream: EventStream): string;
  join(stream: EventStream): void;
  disconnect(stream: EventStream): void;
}

const mostEvents = 256;
const mostBytes = 2 * 1024 * 1024;
const heartbeat = Buffer.from(':\n\n');
const complete = Buffer.from('event: complete\ndata:\n\n');

/**
 * One reader's connection. An event is written straight to it as long as it takes any; else it is queued, and where there
 * is no room in the queue the reader is told to read again once they read.
 */
export class EventStream implements StreamedBody {
  rendering: EventRendering;
  authorization: Authorization;
  /** The place after which the reader wants events; null for from now on. */
  readonly after: string | null;
  /** The version of rights when they were let in. */
  readonly rights: number;
  readonly number: number;
  /** When it was last asked who the reader is. */
  authorizedAt = 0;
  /** The place up to which the reader is told by others than the hub; null once that is past. */
  from: string | null = null;
  /** Asks again who the reader is and what they may follow. @throws {Refusal} where that is nothing any more. */
  readonly authorize: () => Promise<Authorization>;
  readonly #keeper: StreamKeeper;
  readonly #onClosed: () => void;
  #sink: BodySink | null = null;
  #queue: Buffer[] = [];
  #queuedBytes = 0;
  /** What happened before is still to be written. */
  #isPaused = true;
  #blocked = false;
  #lost = false;
  /** What happens while it is asked again what the reader may read; null while that is known. */
  #withheld: { event: ParvisEvent; rendered: Rendered }[] | null = null;
  #closed = false;
  #behind = false;
  #onDrained: (() => void) | null = null;

  constructor(
    keeper: StreamKeeper,
    parts: {
      rendering: EventRendering;
      authorization: Authorization;
      after: string | null;
      rights: number;
      number: number;
      authorize: () => Promise<Authorization>;
      /** Called once, whether it has begun or not. */
      onClosed?: () => void;
    },
  ) {
    this.#keeper = keeper;
    this.rendering = parts.rendering;
    this.authorization = parts.authorization;
    this.after = parts.after;
    this.rights = parts.rights;
    this.number = parts.number;
    this.authorize = parts.authorize;
    this.#onClosed = parts.onClosed ?? (() => undefined);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  get isLost(): boolean {
    return this.#lost;
  }

  get isWithheld(): boolean {
    return this.#withheld !== null;
  }

  /** Whether the reader may be told of something that happened to what they follow. */
  reads({ audiences = [] }: ParvisEvent): boolean {
    return audiences.every((audience) => isAmong(this.authorization.audiences, audience));
  }

  start(sink: BodySink): void {
    this.#sink = sink;
    this.#keeper.join(this);
  }

  drained(): void {
    if (this.#closed) return;
    this.#blocked = false;
    this.#count();
    this.#onDrained?.();
    this.#flush();
  }

  closed(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#queue = [];
    this.#count();
    this.#onDrained?.();
    if (this.#sink) this.#keeper.disconnect(this);
    this.#onClosed();
  }

  /** Writes what comes before all that is sent. Resolves once there is room for more, or nobody reads any more. */
  async precede(frame: Buffer): Promise<void> {
    if (this.#closed) return;
    this.#write(frame);
    if (!this.#blocked) return;
    await new Promise<void>((resolve) => (this.#onDrained = resolve));
    this.#onDrained = null;
  }

  /** An event of before, as `precede`. */
  repeat(frame: Buffer): Promise<void> {
    this.#keeper.figures.delivered += 1;
    return this.precede(frame);
  }

  /** From now on what is sent may be written. */
  release(): void {
    this.#isPaused = false;
    this.#flush();
  }

  /** Tells the reader what happened, if they may read it. Answers whether they may. */
  tell(event: ParvisEvent, rendered: Rendered): boolean {
    if (this.#withheld && this.#withheld.length < mostEvents) this.#withheld.push({ event, rendered });
    else if (this.#withheld) this.lose();
    else if (!this.reads(event)) return false;
    else this.send(rendered);
    return true;
  }

  /** Tells nothing until `readmit`: the reader may have lost the right to it. */
  withhold(): void {
    this.#withheld ??= [];
  }

  /** Goes on, with what the reader may be told of what happened meanwhile. */
  readmit(): void {
    const withheld = this.#withheld ?? [];
    this.#withheld = null;
    const followed = new Set(this.authorization.topics);
    for (const { event, rendered } of withheld)
      if (event.topics.some((topic) => followed.has(topic))) this.tell(event, rendered);
  }

  send(rendered: Rendered): void {
    if (rendered === null || this.#closed) return;
    const { figures } = this.#keeper;
    if (rendered === 'failed') this.lose();
    else if (this.#lost) figures.dropped += 1;
    else if (!this.#isPaused && !this.#blocked) this.#deliver(rendered);
    else if (this.#queue.length < mostEvents && this.#queuedBytes + rendered.length <= mostBytes) {
      this.#queue.push(rendered);
      this.#queuedBytes += rendered.length;
    } else {
      figures.dropped += 1;
      this.lose();
    }
  }

  /** Drops what is queued: the reader has to read again, and is told so once they take it. */
  lose(): void {
    this.#keeper.figures.dropped += this.#queue.length;
    this.#queue = [];
    this.#queuedBytes = 0;
    this.#lost = true;
    this.#count();
    this.#flush();
  }

  /** Says that the connection is alive; one that takes nothing is not asked to take this. */
  beat(): void {
    if (!this.#closed && !this.#isPaused && !this.#blocked) this.#write(heartbeat);
  }

  /** Says which topics are followed, when that has changed. */
  announce(): void {
    this.send(this.rendering.subscribed(this.#keeper.lastCursor(this), this.authorization.taken));
  }

  /** Ends the stream. @param reason - What to tell last. */
  finish(reason?: Buffer): void {
    if (this.#closed) return;
    if (reason) this.#write(reason);
    this.#write(complete);
    this.#sink!.end();
    this.closed();
  }

  #flush(): void {
    if (this.#isPaused || this.#closed) return;
    // A write may call back for more: what is written is in the queue no longer.
    while (this.#queue.length > 0 && !this.#blocked) {
      const frame = this.#queue.shift()!;
      this.#queuedBytes -= frame.length;
      this.#deliver(frame);
    }
    if (!this.#lost || this.#blocked) return;
    this.#lost = false;
    this.#keeper.figures.resyncs += 1;
    this.#write(this.rendering.resync(this.#keeper.lastCursor(this)));
  }

  #deliver(frame: Buffer): void {
    this.#keeper.figures.delivered += 1;
    this.#write(frame);
  }

  #write(frame: Buffer): void {
    this.#blocked = !this.#sink!.write(frame);
    if (this.#blocked) this.#count();
  }

  #count(): void {
    const behind = this.#blocked && !this.#lost && !this.#closed;
    if (behind !== this.#behind) this.#keeper.behind += behind ? 1 : -1;
    this.#behind = behind;
  }
}
