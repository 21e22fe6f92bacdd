import DataLoader from 'dataloader';
import type { RowId } from '../../platform/ids.ts';
import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Notification, NotifiedActs } from './notification.ts';
import type { NotificationService } from './notification-service.ts';

const nobody: NotifiedActs = { actorIds: [], count: 0, subjectId: null, subjectKind: null };

/** Gathers what one request reads of notifications. */
export class NotificationLoaders {
  readonly #acts: DataLoader<Notification, NotifiedActs>;
  readonly #unseen: DataLoader<RowId, number>;
  readonly #notifications: DataLoader<RowId, Notification | null>;

  constructor(notifications: NotificationService, viewer: Viewer) {
    this.#acts = new DataLoader(async (keys) => {
      const found = isSignedIn(viewer) ? await notifications.acts(viewer, keys) : new Map<RowId, NotifiedActs>();
      return keys.map(({ id }) => found.get(id) ?? nobody);
    });
    this.#unseen = new DataLoader(async (personIds) => {
      const counts = await notifications.unseen(personIds);
      return personIds.map((id) => counts.get(id) ?? 0);
    });
    this.#notifications = new DataLoader(async (ids) => {
      const found = await notifications.byIds(viewer, ids);
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  load(id: RowId): Promise<Notification | null> {
    return this.#notifications.load(id);
  }

  /** Who did what a notification tells of. */
  acts(notification: Notification): Promise<NotifiedActs> {
    return this.#acts.load(notification);
  }

  /** How many notifications a person has not seen. Asks no policy. */
  unseen(personId: RowId): Promise<number> {
    return this.#unseen.load(personId);
  }
}
