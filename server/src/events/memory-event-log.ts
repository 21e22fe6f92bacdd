import { isCursor } from './cursor.ts';
import type { LoggedEvent, ParvisEvent } from './event.ts';
import type { EventLog, LogFollower } from './event-log.ts';
import { EventRing } from './event-ring.ts';

let latestStart = 0;

/** The log of a single server: its events are lost when the process ends. */
export class MemoryEventLog implements EventLog {
  readonly connected = true;
  /** The first half of each cursor, so that one of another start is known to be of another log. */
  readonly #start: number;
  readonly #ring: EventRing;
  readonly #followers = new Set<LogFollower>();
  #count = 0;

  /** @param capacity - How many events are kept. */
  constructor(capacity?: number) {
    this.#start = latestStart = Math.max(Date.now(), latestStart + 1);
    this.#ring = new EventRing(this.cursor, capacity);
  }

  get cursor(): string {
    return `${this.#start}-${this.#count}`;
  }

  async append(events: readonly ParvisEvent[]): Promise<void> {
    for (const event of events) {
      this.#count += 1;
      const logged = { cursor: this.cursor, event };
      this.#ring.push(logged);
      for (const follower of this.#followers) follower.event(logged);
    }
  }

  follow(follower: LogFollower): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  async since(cursor: string): Promise<readonly LoggedEvent[] | null> {
    if (!isCursor(cursor)) return null;
    const [start, count] = cursor.split('-').map(Number);
    return start === this.#start && count! <= this.#count ? this.#ring.since(cursor) : null;
  }

  async close(): Promise<void> {
    this.#followers.clear();
  }
}
