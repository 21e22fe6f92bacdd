/** A group was made. */
export class GroupCreatedEvent extends Event {
  static readonly type = 'parvis-group-created';
  constructor(
    /** Its short name. */
    readonly handle: string,
  ) {
    super(GroupCreatedEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    [GroupCreatedEvent.type]: GroupCreatedEvent;
  }
}
