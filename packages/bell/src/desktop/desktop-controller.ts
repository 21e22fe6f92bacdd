import type { ReactiveControllerHost } from 'lit';
import { keepLatestShown, latestShown } from './desktop-setting.js';

/** Whether notifications are also shown by the operating system, and how that is changed. */
export class DesktopController {
  /** Whether the browser was asked and does not allow it. */
  isDenied = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Phones have it for installed pages alone, and pages without HTTPS do not have it. */
  get isAvailable(): boolean {
    return isSecureContext && 'Notification' in window;
  }

  get isOn(): boolean {
    return this.isAvailable && Notification.permission === 'granted' && latestShown() !== undefined;
  }

  /**
   * Asks the browser where it has not been asked.
   * @param latest - the time of the latest notification that there is
   */
  async toggle(latest = ''): Promise<void> {
    if (this.isOn) keepLatestShown(undefined);
    else {
      this.isDenied = (await Notification.requestPermission()) !== 'granted';
      if (!this.isDenied) keepLatestShown(latest);
    }
    this.#host.requestUpdate();
  }
}
