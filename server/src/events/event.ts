import type { GlobalId, RowId } from '../platform/ids.ts';

/**
 * What can happen. Each is the name of its type in the schema. A module adds its own:
 * `declare module '…/events/event.ts' { interface EventTypes { PostAdded: true } }`.
 */
export interface EventTypes {
  /** What somebody may do has changed: nothing that readers are told. */
  RightsChanged: true;
}

export type EventType = keyof EventTypes;

/**
 * Something that happened, as it is kept: by ids alone. What readers see of it is read when it is sent, so that they get
 * it as it is then, and several changes of one thing can be told as one.
 */
export interface ParvisEvent {
  /** Its own, by which somebody who gets it twice knows. */
  readonly id: RowId;
  readonly type: EventType;
  /** The global ids of the page, post, comment or wall whose readers are told. */
  readonly topics: readonly GlobalId[];
  /** The global id of what changed; of a person for `RightsChanged`. */
  readonly subject: GlobalId;
  /** The ids of those who did it. */
  readonly people: readonly RowId[];
}

/** An event and its place in the log. */
export interface LoggedEvent {
  /** Two whole numbers, `1700000000000-42`: of two cursors of one log, the later is the greater. */
  readonly cursor: string;
  readonly event: ParvisEvent;
}
