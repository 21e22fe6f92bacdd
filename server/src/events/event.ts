import type { Audience } from '../platform/audience.ts';
import type { GlobalId, RowId } from '../platform/ids.ts';

/**
 * What can happen. Each is the name of its type in the schema. A module adds its own:
 * `declare module '…/events/event.ts' { interface EventTypes { PostAdded: true } }`.
 */
export interface EventTypes {
  /** The rights of a person have changed, or what they may read. For the servers: it is not sent to clients. */
  RightsChanged: true;
  /** Many people came into an audience or left it. For the servers: it is not sent to clients. */
  AudienceChanged: true;
  /** Who reads the topics has changed: nothing that readers are told, beside what they may follow from then on. */
  ReadersChanged: true;
}

export type EventType = keyof EventTypes;

/**
 * An event, with ids only. Its content is read when it is sent, so that clients get the current state and several changes
 * of one subject can be sent as one.
 */
export interface ParvisEvent {
  /** Unique, so that a receiver recognises an event that arrives twice. */
  readonly id: RowId;
  readonly type: EventType;
  /** The global ids of the pages, posts, comments and walls whose followers get the event. */
  readonly topics: readonly GlobalId[];
  /** The global id of what changed; of a person for `RightsChanged`. */
  readonly subject: GlobalId;
  /** The ids of the people who caused it. */
  readonly people: readonly RowId[];
  /** Who is in all of these is told; none of them where everybody is. */
  readonly audiences?: readonly Audience[];
  /** Each topic is a person who is told of something that is theirs: for each, the event is about that person. */
  readonly isPersonal?: true;
}

/** An event and its position in the log. */
export interface LoggedEvent {
  /** Two whole numbers, `1700000000000-42`: of two cursors of one log, the later is the greater. */
  readonly cursor: string;
  readonly event: ParvisEvent;
}
