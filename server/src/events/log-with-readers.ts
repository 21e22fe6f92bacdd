import type { Audience } from '../platform/audience.ts';
import type { EventLog, LogFollower } from './event-log.ts';
import type { LoggedEvent } from './event.ts';

/**
 * A log in which every event has readers. Nodes of the former version write events without: they are for all who read there.
 * To be removed with the next version.
 */
export class LogWithReaders implements EventLog {
  readonly #log: EventLog;
  readonly #readers: readonly Audience[];
  readonly append: EventLog['append'];
  readonly close: EventLog['close'];

  /** @param readers - Those of an event without. */
  constructor(log: EventLog, readers: Audience) {
    this.#log = log;
    this.#readers = [readers];
    this.append = (events) => log.append(events);
    this.close = () => log.close();
  }

  get connected(): boolean {
    return this.#log.connected;
  }

  get cursor(): string {
    return this.#log.cursor;
  }

  follow(follower: LogFollower): () => void {
    return this.#log.follow({
      event: (logged) => follower.event(this.#withReaders(logged)),
      gap: (cursor) => follower.gap(cursor),
    });
  }

  async since(cursor: string): Promise<readonly LoggedEvent[] | null> {
    const events = await this.#log.since(cursor);
    return events && events.map((logged) => this.#withReaders(logged));
  }

  #withReaders({ cursor, event }: LoggedEvent): LoggedEvent {
    return { cursor, event: { audiences: this.#readers, ...event } };
  }
}
