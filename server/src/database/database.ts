import type { PeopleTables } from '../modules/people/people-table.ts';
import type { IdempotencyTable } from '../platform/idempotency-table.ts';

/** All tables by name. A module keeps its row types in its `-table.ts` and names its tables here. */
export interface Database extends PeopleTables {
  idempotency: IdempotencyTable;
}
