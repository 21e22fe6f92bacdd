/**
 * A person's card opens. Whoever has more to show of that person, a people finder or the intranet's own directory,
 * sets `profileUrl`: the card then links there.
 */
export class PersonCardEvent extends Event {
  static readonly type = 'parvis-person-card';

  /** Where more is to be seen. An http or https address, absolute or relative to the page. */
  profileUrl?: string;

  constructor(
    /** Whose card. */
    readonly handle: string,
  ) {
    super(PersonCardEvent.type, { bubbles: true, composed: true });
  }
}

/** The reader asks for a person's profile. Cancelable: the page shows it in its own way. */
export class PersonProfileEvent extends Event {
  static readonly type = 'parvis-person-profile';

  constructor(
    /** Whose profile. */
    readonly handle: string,
  ) {
    super(PersonProfileEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    [PersonCardEvent.type]: PersonCardEvent;
    [PersonProfileEvent.type]: PersonProfileEvent;
  }
  interface DocumentEventMap {
    [PersonCardEvent.type]: PersonCardEvent;
    [PersonProfileEvent.type]: PersonProfileEvent;
  }
}
