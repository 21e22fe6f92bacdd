import type { ParvisEvent } from './event.ts';
import type { RowId } from '../platform/ids.ts';

/** How long further events of one type and subject are gathered, in milliseconds. */
const window = 250;
/** The maximum number of people in one event. */
const mostPeople = 100;

/**
 * Merges many events of one type and subject: the first is emitted at once, those within the following 250 ms as one. The
 * content of an event is read when it is sent, so the last one carries the current state.
 */
export class Coalescer {
  readonly #emit: (event: ParvisEvent, gathered: readonly RowId[]) => void;
  /** By type, subject and readers. */
  readonly #windows = new Map<string, { timer: NodeJS.Timeout; events: ParvisEvent[] }>();

  /** @param emit - Gets an event, and the ids of all events merged into it. */
  constructor(emit: (event: ParvisEvent, gathered: readonly RowId[]) => void) {
    this.#emit = emit;
  }

  add(event: ParvisEvent): void {
    const key = JSON.stringify([event.type, event.subject, event.audiences]);
    const open = this.#windows.get(key);
    if (open) {
      open.events.push(event);
    } else {
      this.#emit(event, [event.id]);
      this.#open(key);
    }
  }

  /** Emits the gathered events. */
  flush(): void {
    for (const key of [...this.#windows.keys()]) {
      clearTimeout(this.#windows.get(key)!.timer);
      this.#close(key);
    }
  }

  #open(key: string): void {
    const timer = setTimeout(() => {
      if (this.#close(key)) this.#open(key);
    }, window);
    this.#windows.set(key, { timer, events: [] });
  }

  #close(key: string): boolean {
    const { events } = this.#windows.get(key)!;
    this.#windows.delete(key);
    const last = events.at(-1);
    if (!last) return false;
    const people = [...new Set(events.flatMap((event) => event.people))].slice(-mostPeople);
    this.#emit(
      { ...last, people },
      events.map(({ id }) => id),
    );
    return true;
  }
}
