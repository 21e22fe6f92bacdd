import type { Builder } from '../../../graphql/builder.ts';
import { defineMutation } from '../../../graphql/mutation.ts';

export function definePreferenceMutations(builder: Builder): void {
  defineMutation(builder, 'setNotificationPreference', {
    description:
      'Sets how notifications come to the viewer. The most exact choice counts: the kind in a place, then the place, then the kind, then all; a post before the group around it.',
    input: (t) => ({
      kind: t.field({ type: 'NotificationKind', description: 'The kind; without one, all kinds.' }),
      placeId: t.id({ description: 'The id of a page, a post or a group; without one, all places.' }),
      page: t.field({ type: 'PageDetails', description: 'Title and key of the host page.' }),
      delivery: t.field({ type: 'NotificationDelivery', description: 'Null for what the viewer chooses no longer.' }),
    }),
    payload: { settings: 'NotificationSettings' },
    resolve: async ({ idempotencyKey, kind, placeId, delivery, page }, { viewer, services }) => {
      const draft = { kind: kind ?? null, placeId: placeId ?? null, delivery: delivery ?? null, page };
      await services.notifications.preferences.set(viewer, draft, idempotencyKey);
      return { settings: await services.notifications.settings(viewer) };
    },
  });
  defineMutation(builder, 'muteNotifications', {
    description:
      'Lets no notification come to the viewer of a page, a post, a person, a group or a kind, and marks what has come as read.',
    input: (t) => ({
      sourceId: t.id({ description: 'The id of a page, a post, a person or a group; or none, and a kind.' }),
      kind: t.field({ type: 'NotificationKind', description: 'A kind; or none, and what is muted.' }),
      page: t.field({ type: 'PageDetails', description: 'Title and key of the host page.' }),
      until: t.field({ type: 'DateTime', description: 'Until when; for ever by default.' }),
    }),
    payload: { settings: 'NotificationSettings' },
    resolve: async ({ idempotencyKey, sourceId, kind, page, until }, { viewer, services }) => {
      const draft = { sourceId: sourceId ?? null, kind: kind ?? null, page };
      await services.notifications.mutes.mute(viewer, draft, until ?? null, idempotencyKey);
      return { settings: await services.notifications.settings(viewer) };
    },
  });
  defineMutation(builder, 'unmuteNotifications', {
    description: 'Lets notifications come again that the viewer muted, as before.',
    input: (t) => ({
      sourceId: t.id({ description: 'The id of a page, a post, a person or a group; or none, and a kind.' }),
      kind: t.field({ type: 'NotificationKind', description: 'A kind; or none, and what is muted.' }),
    }),
    payload: { settings: 'NotificationSettings' },
    resolve: async ({ idempotencyKey, sourceId, kind }, { viewer, services }) => {
      const draft = { sourceId: sourceId ?? null, kind: kind ?? null };
      await services.notifications.mutes.unmute(viewer, draft, idempotencyKey);
      return { settings: await services.notifications.settings(viewer) };
    },
  });
}
