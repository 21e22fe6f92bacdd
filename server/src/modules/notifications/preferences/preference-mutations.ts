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
}
