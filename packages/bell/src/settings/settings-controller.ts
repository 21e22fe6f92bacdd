import { ClientController, ParvisError, QueryController } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { NOTIFICATION_SETTINGS, type NotificationSettings } from './settings-operations.js';

/** Reads how the viewer wants to be told, again whenever they come back to the page. */
export class SettingsController implements ReactiveController {
  readonly client: ClientController;
  readonly query: QueryController<readonly unknown[], NotificationSettings>;

  constructor(host: ReactiveControllerHost & HTMLElement, language: () => string) {
    host.addController(this);
    this.client = new ClientController(host);
    this.query = new QueryController(host, {
      args: () => [this.client.current, language()],
      load: async () => {
        const { current } = this.client;
        // Asked in one breath, they travel as one request.
        const [{ viewer }, { settings }] = await Promise.all([
          current.query(NOTIFICATION_SETTINGS, { language: language() }),
          current.session(),
        ]);
        if (!viewer) throw new ParvisError('UNAUTHENTICATED', undefined, { signInUrl: settings.signInUrl });
        return { ...viewer.notificationSettings, absence: viewer.person.absence };
      },
    });
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  /** They may have changed in another tab, or by a link in a mail. */
  readonly #onVisibility = () => {
    if (!document.hidden) this.query.reload();
  };
}
