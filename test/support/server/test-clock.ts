import type { Clock } from '../../../server/src/platform/clock.ts';

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  #now = Date.parse('2026-11-18T09:30:00.000Z');

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
