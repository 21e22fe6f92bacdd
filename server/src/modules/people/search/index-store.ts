import type { DatabaseConnection } from '../../../database/connect.ts';
import { indexedWords } from '../people-rows.ts';
import type { PeopleSearch } from './search.ts';
import { toPerson } from '../people-store.ts';

/** How many people are indexed in one transaction. */
const BATCH = 2000;

/** Builds the full-text index from the rows, if these were not written by the writer: in a copy of the database. */
export async function rebuildIndex(database: DatabaseConnection, index: PeopleSearch): Promise<void> {
  for (let after = 0; ;) {
    const rows = await database.db
      .selectFrom('person')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return;
    const whole = rows.filter(({ merged_into }) => merged_into === null);
    const people = whole.map((row) => ({ seq: row.seq, ...indexedWords(toPerson(row)) }));
    await database.transaction((trx) => index.write(trx, people));
    after = rows.at(-1)!.seq;
  }
}
