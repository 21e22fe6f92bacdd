import type { NoticeKind } from '../../../events/notices.ts';
import type { LocalDate } from '../../../platform/zoned-time.ts';

/** How many notifications each of those people got on one day who got any. */
export interface NotificationFigure {
  readonly day: LocalDate;
  /** Null for all kinds together. */
  readonly kind: NoticeKind | null;
  readonly people: number;
  readonly median: number;
  readonly percentile95: number;
}

/** So many people got so many. */
export interface Step {
  readonly notifications: number;
  readonly people: number;
}

/** Of fewer people, a figure would tell of somebody. */
export const fewestPeople = 5;

/** The figures of one day and kind; null where too few people got anything. */
export function summarize(
  steps: readonly Step[],
): Pick<NotificationFigure, 'people' | 'median' | 'percentile95'> | null {
  const people = steps.reduce((sum, step) => sum + step.people, 0);
  if (people < fewestPeople) return null;
  const sorted = steps.toSorted((one, other) => one.notifications - other.notifications);
  return { people, median: percentile(sorted, people, 0.5), percentile95: percentile(sorted, people, 0.95) };
}

/** By nearest rank: as many as that share of the people got at most. */
function percentile(sorted: readonly Step[], people: number, share: number): number {
  const rank = Math.ceil(people * share);
  let counted = 0;
  return sorted.find((step) => (counted += step.people) >= rank)!.notifications;
}
