import type { ParvisEvent } from './event.ts';
import type { RowId } from '../platform/ids.ts';

/** How long what follows an event of one type and subject is gathered, in milliseconds. */
const window = 250;
/** How many people one event names at most. */
const mostPeople = 100;

/**
 * Tells many changes of one kind and subject as a few: the first at once, and those that follow within a quarter of a second as
 * one. An event is read when it is sent, so the last one tells how things stand.
 */
export class Coalescer {
  readonly #emit: (event: ParvisEvent, gathered: readonly RowId[]) => void;
  /** By type and subject. */
  readonly #windows = new Map<string, { timer: NodeJS.Timeout; events: ParvisEvent[] }>();

  /** @param emit - Gets an event, and the ids of all that it stands for. */
  constructor(emit: (event: ParvisEvent, gathered: readonly RowId[]) => void) {
    this.#emit = emit;
  }

  add(event: ParvisEvent): void {
    const key = `${event.type} ${event.subject}`;
    const open = this.#windows.get(key);
    if (open) {
      open.events.push(event);
    } else {
      this.#emit(event, [event.id]);
      this.#open(key);
    }
  }

  /** Emits what is gathered. */
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
