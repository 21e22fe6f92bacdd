import type { NoticeKind } from '../../../events/notices.ts';
import type { LocalDate } from '../../../platform/zoned-time.ts';

/** How many notifications people got on one day, of one kind or, where that is empty, of all. */
export interface NotificationFigureTable {
  day: LocalDate;
  kind: NoticeKind | '';
  /** How many got any. None are counted where they were too few. */
  people: number;
  median: number;
  percentile_95: number;
}
