import type { LoggedEvent, ParvisEvent } from './event.ts';

/** A listener of a log. */
export interface LogFollower {
  /** Each event of each node, in the order of the log. */
  event(logged: LoggedEvent): void;
  /** Events before `cursor` may be lost: clients have to read again what they show. */
  gap(cursor: string): void;
}

/**
 * What happened lately, in order, for all who listen. Bounded: somebody who was away for too long has to read again what
 * they show.
 */
export interface EventLog {
  /** The place of the latest event that followers of this process were told of. */
  readonly cursor: string;
  /** Whether it can be reached now. Otherwise events come late, once it can be. */
  readonly connected: boolean;
  /** Resolves once the events are in the log; followers of all nodes are told. */
  append(events: readonly ParvisEvent[]): Promise<void>;
  /** From now on. Returns what ends it. */
  follow(follower: LogFollower): () => void;
  /** The events after a cursor up to `cursor`; null if the log no longer has all of them. */
  since(cursor: string): Promise<readonly LoggedEvent[] | null>;
  close(): Promise<void>;
}
