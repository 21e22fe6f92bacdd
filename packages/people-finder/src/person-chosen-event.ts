/** The reader has chosen a person. */
export class PersonChosenEvent extends Event {
  static readonly type = 'parvis-person-chosen';
  constructor(readonly handle: string) {
    super(PersonChosenEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    [PersonChosenEvent.type]: PersonChosenEvent;
  }
}
