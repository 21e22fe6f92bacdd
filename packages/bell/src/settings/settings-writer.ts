import { mutate, type ParvisClient } from '@parvis/core';
import {
  type Delivery,
  type Digest,
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

/** Stores how the viewer wants to be told. */
export class SettingsWriter {
  readonly #client: () => ParvisClient;

  constructor(client: () => ParvisClient) {
    this.#client = client;
  }

  /** @param delivery - null takes the choice back */
  async choose(choice: Choice, delivery: Delivery | null): Promise<void> {
    await mutate(this.#client(), SET_PREFERENCE, { ...choice, delivery });
  }

  async unmute(muted: { sourceId: string } | { kind: NonNullable<Choice['kind']> }): Promise<void> {
    await mutate(this.#client(), UNMUTE, muted);
  }

  async setDigest({ frequency, hour, weekday }: Digest): Promise<void> {
    await mutate(this.#client(), SET_DIGEST, { frequency, hour, weekday });
  }

  /** @param hours - null for those of the company */
  async setQuietHours(
    hours: QuietHours['hours'] | null,
    { keepsHolidays, site }: Pick<QuietHours, 'keepsHolidays' | 'site'>,
  ): Promise<void> {
    // One's own hours are those of the clock that one sees.
    const zone = hours ? new Intl.DateTimeFormat().resolvedOptions().timeZone : null;
    await mutate(this.#client(), SET_QUIET_HOURS, { hours, keepsHolidays, site, zone });
  }
}
