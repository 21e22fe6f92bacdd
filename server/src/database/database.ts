import type { IdempotencyTable } from './idempotency-table.ts';

/**
 * All tables by name. A module has its row types in its `-table.ts`, and adds its tables at the top of its `module.ts`:
 * `declare module '…/database/database.ts' { interface Database extends WallTables {} }`.
 */
export interface Database {
  idempotency: IdempotencyTable;
}
