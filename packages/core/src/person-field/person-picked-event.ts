import type { Person } from '../person/person.js';

/** The viewer chose a person in a field. */
export class PersonPickedEvent extends Event {
  static readonly type = 'parvis-person-picked';
  constructor(readonly person: Person) {
    super(PersonPickedEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    [PersonPickedEvent.type]: PersonPickedEvent;
  }
}
