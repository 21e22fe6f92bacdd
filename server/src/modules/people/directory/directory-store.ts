import { sql } from 'kysely';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Executor } from '../../../database/connect.ts';
import type { ColumnsRow } from '../search/columns.ts';
import type { VocabularyWord } from '../search/vocabulary.ts';
import { phoneticKey } from '../search/phonetic-key.ts';
import type { RowId } from '../../../platform/ids.ts';

export { afterCommit } from '../../../database/after-commit.ts';

/** How many rows are read before other work gets a turn of the event loop. */
const BATCH = 4000;

/** Greater than every `seq`: the largest integer of PostgreSQL. */
const LAST_SEQ = 2 ** 31 - 1;

export async function readRevision(db: Executor): Promise<number> {
  const { value } = await db.selectFrom('people_revision').select('value').executeTakeFirstOrThrow();
  return value;
}

/** Makes other writers of people wait until this transaction ends. */
export async function lockPeople(trx: Executor): Promise<void> {
  await trx
    .updateTable('people_revision')
    .set({ value: sql`value` })
    .execute();
}

/** Takes the next revision. Other transactions wait for it until this one ends, so revisions become visible in order. */
export async function nextRevision(trx: Executor): Promise<number> {
  const { value } = await trx
    .updateTable('people_revision')
    .set({ value: sql`value + 1` })
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}

/** The rows that changed after one revision and up to another, in batches. */
export async function* changedRows(
  db: Executor,
  after: number,
  upTo: number,
): AsyncGenerator<(ColumnsRow & { id: RowId })[]> {
  let from = { revision: after, seq: LAST_SEQ };
  for (;;) {
    const rows = await db
      .selectFrom('person')
      .select(['seq', 'id', 'status', 'job_title', 'department', 'location', 'expertise', 'revision'])
      .where(sql<boolean>`(revision, seq) > (${from.revision}, ${from.seq})`)
      .where('revision', '<=', upTo)
      .orderBy('revision')
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    from = rows.at(-1)!;
    await nextTurn();
  }
}

/** The `seq` of all people, in alphabetical order, without merged entries. */
export async function readOrder(db: Executor): Promise<Int32Array> {
  const people = db.selectFrom('person').select('seq').where('merged_into', 'is', null);
  const rows = await people.orderBy('sort_name').orderBy('seq').execute();
  return Int32Array.from(rows, ({ seq }) => seq);
}

export async function readWords(db: Executor): Promise<VocabularyWord[]> {
  return db.selectFrom('person_word').select(['word', 'sound']).execute();
}

/** Adds words to the vocabulary. Words that no one uses any more stay: a search for them finds no one. */
export async function addWords(trx: Executor, words: readonly string[]): Promise<void> {
  for (let from = 0; from < words.length; from += 500) {
    await trx
      .insertInto('person_word')
      .values(words.slice(from, from + 500).map((word) => ({ word, sound: phoneticKey(word) })))
      .onConflict((conflict) => conflict.column('word').doNothing())
      .execute();
  }
}
