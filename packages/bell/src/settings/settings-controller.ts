import { ClientController, mutate, ParvisError, QueryController } from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import {
  type Delivery,
  type Digest,
  NOTIFICATION_SETTINGS,
  type NotificationSettings,
  type QuietHours,
  SET_DIGEST,
  SET_PREFERENCE,
  SET_QUIET_HOURS,
  UNMUTE,
} from './settings-operations.js';

/** What somebody chooses for: a kind, a place, or a kind in a place. */
export interface Choice {
  readonly kind: NotificationSettings['kinds'][number]['kind'] | null;
  readonly placeId: string | null;
}

/** Reads how the viewer wants to be told, and stores each change at once. */
export class SettingsController {
  readonly query: QueryController<readonly unknown[], NotificationSettings>;
  readonly #client: ClientController;

  /** @param language - undefined while nothing is to be read */
  constructor(host: ReactiveControllerHost & HTMLElement, language: () => string | undefined) {
    this.#client = new ClientController(host);
    this.query = new QueryController(host, {
      args: () => {
        const lang = language();
        return lang ? [this.#client.current, lang] : undefined;
      },
      load: async () => {
        const { viewer } = await this.#client.current.query(NOTIFICATION_SETTINGS, { language: language()! });
        if (!viewer) throw new ParvisError('UNAUTHENTICATED');
        return viewer.notificationSettings;
      },
    });
  }

  /** @param delivery - null takes the choice back */
  choose(choice: Choice, delivery: Delivery | null): Promise<void> {
    return this.#write(() => mutate(this.#client.current, SET_PREFERENCE, { ...choice, delivery }));
  }

  unmute(muted: { sourceId: string } | { kind: NonNullable<Choice['kind']> }): Promise<void> {
    return this.#write(() => mutate(this.#client.current, UNMUTE, muted));
  }

  setDigest({ frequency, hour, weekday }: Digest): Promise<void> {
    return this.#write(() => mutate(this.#client.current, SET_DIGEST, { frequency, hour, weekday }));
  }

  /** @param hours - null for those of the company */
  setQuietHours(hours: QuietHours['hours'] | null, keepsHolidays: boolean): Promise<void> {
    const { site } = this.query.value!.quietHours;
    // One's own hours are those of the clock that one sees.
    const zone = hours ? new Intl.DateTimeFormat().resolvedOptions().timeZone : null;
    return this.#write(() => mutate(this.#client.current, SET_QUIET_HOURS, { hours, keepsHolidays, site, zone }));
  }

  /** What is shown is what the server has then. */
  async #write(write: () => Promise<unknown>): Promise<void> {
    await write();
    this.query.reload();
  }
}
