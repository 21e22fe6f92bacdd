/** The form of the viewer’s absence is done: it was saved, or given up. */
export class AbsenceCloseEvent extends Event {
  static readonly type = 'parvis-absence-close';
  constructor() {
    super(AbsenceCloseEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    [AbsenceCloseEvent.type]: AbsenceCloseEvent;
  }
}
