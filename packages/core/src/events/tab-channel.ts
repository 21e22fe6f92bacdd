import { newIdempotencyKey } from '../client/idempotency-key.js';
import type { StreamedEvent } from './streamed-event.js';
import type { TopicCursor } from './topics.js';

/** What tabs say to each other; docs/decisions/0007-one-stream-per-browser.md says when. */
export type TabMessage = { readonly from: string } & (
  | { readonly type: 'follow'; readonly topics: readonly TopicCursor[] }
  | { readonly type: 'here'; readonly topics: readonly TopicCursor[] }
  | { readonly type: 'gone' }
  | { readonly type: 'who' }
  | { readonly type: 'lead' }
  | { readonly type: 'roll' }
  | { readonly type: 'event'; readonly event: StreamedEvent }
);

type Said<Message = TabMessage> = Message extends TabMessage ? Omit<Message, 'from'> : never;

/** Where the tabs of a browser that see the same of the same server hear each other, and themselves. */
export class TabChannel {
  /** The name of this tab. */
  readonly tab = newIdempotencyKey();
  readonly #hear: (message: TabMessage) => void;
  #channel: BroadcastChannel | undefined;
  #closed = false;

  constructor(name: string, hear: (message: TabMessage) => void) {
    this.#hear = hear;
    // A browser without, or a frame without an origin, is on its own.
    try {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }: MessageEvent<TabMessage>) => hear(data);
    } catch {
      this.#channel = undefined;
    }
  }

  say(said: Said): void {
    if (this.#closed) return;
    const message = { ...said, from: this.tab } as TabMessage;
    this.#channel?.postMessage(message);
    queueMicrotask(() => {
      if (!this.#closed) this.#hear(message);
    });
  }

  close(): void {
    this.#closed = true;
    this.#channel?.close();
  }
}
