import type { RowId } from '../../platform/ids.ts';
import type { LocalDate } from '../../platform/zoned-time.ts';

/** One absence of a person at most: the present or the next one. */
export interface AbsenceTable {
  person_id: RowId;
  from_date: LocalDate;
  /** The last day. */
  until_date: LocalDate;
  zone: string;
  substitute_id: RowId | null;
  note: string | null;
}

export interface AbsenceTables {
  absence: AbsenceTable;
}
