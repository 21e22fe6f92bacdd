/** A group is chosen in a list, before it is shown there. Cancelable, for pages that show groups in their own way. */
export class GroupChosenEvent extends Event {
  static readonly type = 'parvis-group-chosen';
  constructor(
    /** Its short name. */
    readonly handle: string,
  ) {
    super(GroupChosenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    [GroupChosenEvent.type]: GroupChosenEvent;
  }
}
