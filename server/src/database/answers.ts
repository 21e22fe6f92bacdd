import { sql } from 'kysely';
import type { DatabaseConnection } from './connection.ts';

/** Whether the database is reachable now. */
export async function answers({ db }: DatabaseConnection): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
}
