/** What the stream itself needs to know of an event. */
export interface StreamedEvent {
  readonly __typename: string;
  /** Its place in the log; null where it comes from no log. */
  readonly cursor: string | null;
  /** Of `Subscribed`: what is followed. */
  readonly topics?: readonly string[];
  /** Of `Subscribed`: what is shown, and the viewer may not follow any more. */
  readonly lost?: readonly string[];
}

/** What to do with events. */
export interface EventHandlers {
  /** The subscription, with the variables `topics` and `after`. */
  readonly document: string;
  /** Shows an event. */
  apply(event: StreamedEvent): void;
  /** Events were missed: reads again what is shown. */
  resync(): void;
  /** The viewer may not follow a topic any more, which is still shown. */
  lost?(topic: string): void;
  /** The server is there, for the first time or again. */
  connected?(): void;
}
