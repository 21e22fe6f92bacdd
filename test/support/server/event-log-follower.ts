import type { LoggedEvent, ParvisEvent } from '../../../server/src/platform/events/event.ts';
import type { EventLog } from '../../../server/src/platform/events/event-log.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { until } from './until.ts';

export const happened = (subject: string): ParvisEvent => ({
  id: newId(),
  type: 'CommentAdded',
  topics: ['page'],
  subject,
  people: [],
});

export const events = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => happened(`${from + index}`));

export const subjects = (logged: readonly LoggedEvent[] | null) =>
  logged?.map(({ event: { subject } }) => subject) ?? null;

/** Writes down what a log tells. */
export class Follower {
  readonly told: LoggedEvent[] = [];
  readonly gaps: string[] = [];
  readonly stop: () => void;

  constructor(log: EventLog) {
    this.stop = log.follow({ event: (logged) => this.told.push(logged), gap: (cursor) => this.gaps.push(cursor) });
  }

  get subjects(): string[] {
    return subjects(this.told)!;
  }

  async has(count: number): Promise<void> {
    await until(() => this.told.length >= count);
  }
}
