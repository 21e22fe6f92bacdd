import type { Delivery, NoticeKind } from '../../../events/notices.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { DigestFrequency } from './schedule.ts';

/** How notices of a kind, or of all, come to a person from one place, or from all. Person, place and kind are unique. */
export interface NotificationPreferenceTable {
  person_id: RowId;
  /** Page, Post or Group; empty for all places. */
  place_type: string;
  /** The id of its row; empty for all places. */
  place_id: RowId | '';
  /** Empty for all kinds. */
  kind: NoticeKind | '';
  /** Null where nothing was chosen but to mute it for some time. */
  delivery: Delivery | null;
  /** Until when nothing comes at all, whatever was chosen. */
  muted_until: number | null;
}

/** When one person gets what does not come at once. Null is as the company has it. */
export interface NotificationScheduleTable {
  person_id: RowId;
  zone: string | null;
  /** `OpenHours` of the seven days as JSON. */
  hours: string | null;
  /** Whose days off are theirs, if it is not their location. */
  site: string | null;
  /** 0 for whom public holidays are days as all others. */
  keeps_holidays: number | null;
  digest: DigestFrequency | null;
  digest_hour: number | null;
  /** 1 is Monday. */
  digest_weekday: number | null;
}

export interface PreferenceTables {
  notification_preference: NotificationPreferenceTable;
  notification_schedule: NotificationScheduleTable;
}
