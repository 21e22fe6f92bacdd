import type { RowId } from '../../platform/ids.ts';

/** Times are in milliseconds since 1970. */
export interface GrantTable {
  person_id: RowId;
  page_id: RowId;
  read_until: number;
  /** Not after `read_until`; 0 for who may only read. */
  write_until: number;
}

export interface PassTables {
  page_grant: GrantTable;
}
