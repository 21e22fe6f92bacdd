import { sql } from 'kysely';
import type { DatabaseConnection } from './connection.ts';

/** Whether a database can be reached now. */
export async function answers({ db }: DatabaseConnection): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
}
