import { compareCursors } from './cursor.ts';
import type { LoggedEvent } from './event.ts';

/** How many of the latest events a process keeps in memory, as a rule: some 5 MB. */
export const ringCapacity = 10_000;

/** The latest events in their order, and no more of them than there is room for. */
export class EventRing {
  readonly #capacity: number;
  readonly #events: LoggedEvent[] = [];
  /** Where the oldest is, once all room is taken. */
  #oldest = 0;
  /** The place after which everything is here. */
  #floor: string;

  /** @param floor - The place after which events are put in. */
  constructor(floor: string, capacity = ringCapacity) {
    this.#floor = floor;
    this.#capacity = capacity;
  }

  get last(): LoggedEvent | undefined {
    return this.#at(this.#events.length - 1);
  }

  push(logged: LoggedEvent): void {
    if (this.#events.length < this.#capacity) {
      this.#events.push(logged);
      return;
    }
    this.#floor = this.#events[this.#oldest]!.cursor;
    this.#events[this.#oldest] = logged;
    this.#oldest = (this.#oldest + 1) % this.#capacity;
  }

  /** All that came after a place; null where some of it is gone. */
  since(cursor: string): LoggedEvent[] | null {
    if (compareCursors(cursor, this.#floor) < 0) return null;
    let from = 0;
    for (let to = this.#events.length; from < to;) {
      const middle = (from + to) >> 1;
      if (compareCursors(this.#at(middle)!.cursor, cursor) <= 0) from = middle + 1;
      else to = middle;
    }
    return Array.from({ length: this.#events.length - from }, (_, index) => this.#at(from + index)!);
  }

  #at(index: number): LoggedEvent | undefined {
    return this.#events[(this.#oldest + index) % this.#capacity];
  }
}
