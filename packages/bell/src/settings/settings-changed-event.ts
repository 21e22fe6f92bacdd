/** Another choice is stored. */
export class SettingsChangedEvent extends Event {
  static readonly type = 'parvis-settings-changed';
  constructor() {
    super(SettingsChangedEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    [SettingsChangedEvent.type]: SettingsChangedEvent;
  }
}
