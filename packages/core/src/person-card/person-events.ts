/**
 * A person's card opens. A listener that can show more of that person, such as a people finder or the intranet's own
 * directory, sets `profileUrl`: the card then links there.
 */
export class PersonCardEvent extends Event {
  static readonly type = 'parvis-person-card';

  /** The address of the profile: http or https, absolute or relative to the page. */
  profileUrl?: string;

  constructor(
    /** Handle of the person. */
    readonly handle: string,
  ) {
    super(PersonCardEvent.type, { bubbles: true, composed: true });
  }
}

/** The reader opens a person's profile. Cancelable: the page may show it in its own way. */
export class PersonProfileEvent extends Event {
  static readonly type = 'parvis-person-profile';

  constructor(
    /** Handle of the person. */
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
