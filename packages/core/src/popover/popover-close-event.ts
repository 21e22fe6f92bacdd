/** A popover has closed, by its own button, Escape, or a press elsewhere. */
export class PopoverCloseEvent extends Event {
  static readonly type = 'parvis-popover-close';
  constructor() {
    super(PopoverCloseEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    [PopoverCloseEvent.type]: PopoverCloseEvent;
  }
}
