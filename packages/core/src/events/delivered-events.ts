import { isAfter } from './cursor.js';

/** How many are remembered. What is told again after so many others is shown again, which changes nothing. */
const MOST = 1_000;

/** Which events this page was told lately: in doubt, the server tells them again. */
export class DeliveredEvents {
  readonly #cursors = new Set<string>();

  /** Whether an event is new; it is not from now on. */
  isNew(cursor: string): boolean {
    if (this.#cursors.has(cursor)) return false;
    this.#cursors.add(cursor);
    for (const oldest of this.#cursors) {
      if (this.#cursors.size <= MOST) break;
      this.#cursors.delete(oldest);
    }
    return true;
  }

  /** What came after this place is to be told again. */
  forget(after: string): void {
    for (const cursor of this.#cursors) if (isAfter(cursor, after)) this.#cursors.delete(cursor);
  }
}
