/** What opens below the head of a group. */
export type PanelName = 'ask' | 'leave' | 'members' | 'requests' | 'invite' | 'channels' | 'settings';

/** The viewer closes a panel, or what it was for is done. */
export class PanelCloseEvent extends Event {
  static readonly type = 'parvis-panel-close';
  constructor() {
    super(PanelCloseEvent.type, { bubbles: true, composed: true });
  }
}

/** A panel leads to another one. */
export class PanelOpenEvent extends Event {
  static readonly type = 'parvis-panel-open';
  constructor(readonly panel: PanelName) {
    super(PanelOpenEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    [PanelCloseEvent.type]: PanelCloseEvent;
    [PanelOpenEvent.type]: PanelOpenEvent;
  }
}
