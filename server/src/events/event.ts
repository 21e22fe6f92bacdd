/** What can happen. Each is the name of its type in the schema. */
export type EventType =
  | 'CommentAdded'
  | 'CommentEdited'
  | 'CommentDeleted'
  | 'CommentRestored'
  | 'PostAdded'
  | 'PostEdited'
  | 'PostDeleted'
  | 'PostRestored'
  | 'PostPinned'
  | 'ReactionsChanged'
  | 'DiscussionLocked'
  | 'PageMoved'
  | 'RightsChanged';

/**
 * Something that happened, as it is kept: by ids alone. What readers see of it is read when it is sent, so that they get
 * it as it is then, and several changes of one thing can be told as one.
 */
export interface ParvisEvent {
  /** Its own, by which somebody who gets it twice knows. */
  readonly id: string;
  readonly type: EventType;
  /** The global ids of the page, post, comment or wall whose readers are told. */
  readonly topics: readonly string[];
  /** The global id of what changed; of a person for `RightsChanged`. */
  readonly subject: string;
  /** The ids of those who did it. */
  readonly people: readonly string[];
}

/** An event and its place in the log. */
export interface LoggedEvent {
  /** Two whole numbers, `1700000000000-42`: of two cursors of one log, the later is the greater. */
  readonly cursor: string;
  readonly event: ParvisEvent;
}
