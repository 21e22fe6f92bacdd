import type { IdempotencyTable } from './idempotency-table.ts';

/**
 * All tables by name. A module keeps its row types in its `-table.ts` and names its tables at the head of its `module.ts`:
 * `declare module '…/database/database.ts' { interface Database extends WallTables {} }`.
 */
export interface Database {
  idempotency: IdempotencyTable;
}
