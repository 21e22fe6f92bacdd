import type { Executor } from '../../../database/connect.ts';
import type { RowId } from '../../../platform/ids.ts';

/** How many keys one statement may contain. */
const BATCH = 500;

/** Active people by name. @param keys - In the form of `name_key`. */
export async function findByNames(
  db: Executor,
  keys: readonly string[],
): Promise<{ id: RowId; key: string; name: string; handle: string }[]> {
  const found = [];
  for (let from = 0; from < keys.length; from += BATCH) {
    const rows = await db
      .selectFrom('person')
      .select(['id', 'name_key as key', 'name', 'handle'])
      .where('name_key', 'in', keys.slice(from, from + BATCH))
      .where('status', '=', 'ACTIVE')
      .where('merged_into', 'is', null)
      .execute();
    found.push(...rows);
  }
  return found;
}

/** All active people, with their role. */
export async function readActive(db: Executor): Promise<{ id: RowId; handle: string; role: string }[]> {
  return db
    .selectFrom('person')
    .select(['id', 'handle', 'role'])
    .where('status', '=', 'ACTIVE')
    .where('merged_into', 'is', null)
    .execute();
}
