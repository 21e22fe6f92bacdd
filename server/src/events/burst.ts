import type { ParvisEvent } from './event.ts';

/** How long what follows an event of one subject is gathered, in milliseconds. */
const window = 250;
/** Whose reactions one event names at most. */
const mostPeople = 100;

/**
 * Tells many changes of one subject as a few: the first at once, and those that follow within a quarter of a second as
 * one. An event is read when it is sent, so the last one tells how things stand.
 */
export class Burst {
  readonly #emit: (event: ParvisEvent, gathered: readonly string[]) => void;
  readonly #windows = new Map<string, { timer: NodeJS.Timeout; events: ParvisEvent[] }>();

  /** @param emit - Gets an event, and the ids of all that it stands for. */
  constructor(emit: (event: ParvisEvent, gathered: readonly string[]) => void) {
    this.#emit = emit;
  }

  add(event: ParvisEvent): void {
    const open = this.#windows.get(event.subject);
    if (open) {
      open.events.push(event);
    } else {
      this.#emit(event, [event.id]);
      this.#open(event.subject);
    }
  }

  /** Emits what is gathered. */
  flush(): void {
    for (const subject of [...this.#windows.keys()]) {
      clearTimeout(this.#windows.get(subject)!.timer);
      this.#close(subject);
    }
  }

  #open(subject: string): void {
    const timer = setTimeout(() => {
      if (this.#close(subject)) this.#open(subject);
    }, window);
    this.#windows.set(subject, { timer, events: [] });
  }

  #close(subject: string): boolean {
    const { events } = this.#windows.get(subject)!;
    this.#windows.delete(subject);
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
