import type { Delivery, NoticeKind, Thing } from '../../../events/notices.ts';
import type { RowId } from '../../../platform/ids.ts';

/** Where people can want to be told otherwise than elsewhere. */
export const preferencePlaces = ['Page', 'Post', 'Group'] as const;
export type PreferencePlace = Thing<(typeof preferencePlaces)[number]>;

/** What one person chose. */
export interface Preference {
  readonly personId: RowId;
  /** Null for all places. */
  readonly place: PreferencePlace | null;
  /** Null for all kinds. */
  readonly kind: NoticeKind | null;
  readonly delivery: Delivery | null;
  /** Until when nothing comes at all, in milliseconds since 1970. */
  readonly mutedUntil: number | null;
}

/**
 * How a notice comes to a person: as the first of these says, which is the most exact one.
 *
 * 1. The kind in the place, and all kinds in it: first in the page or post, then in the group or page around it.
 * 2. The kind everywhere, then all kinds everywhere.
 * 3. What the kind itself says.
 *
 * @param preferences - Of this person; others than of this kind and these places do not count.
 * @param places - From the nearest on.
 */
export function deliveryOf(
  preferences: readonly Preference[],
  { kind, places, now }: { kind: NoticeKind; places: readonly Pick<Thing, 'id'>[]; now: number },
  byDefault: Delivery,
): Delivery {
  for (const placeId of [...places.map(({ id }) => id), null]) {
    for (const each of [kind, null]) {
      const found = preferences.find(
        (preference) => (preference.place?.id ?? null) === placeId && preference.kind === each,
      );
      if (!found) continue;
      if (isMuted(found, now)) return 'NEVER';
      if (found.delivery !== null) return found.delivery;
    }
  }
  return byDefault;
}

export function isMuted({ mutedUntil }: Pick<Preference, 'mutedUntil'>, now: number): boolean {
  return mutedUntil !== null && mutedUntil > now;
}
