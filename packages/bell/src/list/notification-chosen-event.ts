/** A notification is chosen, before its page is opened. Cancelable, for pages that go there in their own way. */
export class NotificationChosenEvent extends Event {
  static readonly type = 'parvis-notification-chosen';
  constructor(
    /** The id of the comment or post that it leads to; null where it leads to none. */
    readonly subjectId: string | null,
    /** The address of its page; null where that is not known. */
    readonly url: string | null,
  ) {
    super(NotificationChosenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    [NotificationChosenEvent.type]: NotificationChosenEvent;
  }
}
