import { sql } from 'kysely';
import type { Executor } from '../../../database/connect.ts';
import type { IndexedPerson, PeopleSearch, Term } from './search.ts';

/** People search by SQLite's FTS5. */
export class SqlitePeopleSearch implements PeopleSearch {
  async find(db: Executor, anyOf: readonly Term[]): Promise<number[]> {
    if (anyOf.length === 0) return [];
    // One JSON text: tens of thousands of rows cost ten times as much to fetch one by one.
    const { rows } = await sql<{ found: string }>`
      select json_group_array(rowid) as found from person_search where person_search match ${anyOf.map(match).join(' OR ')}
    `.execute(db);
    return JSON.parse(rows[0]!.found) as number[];
  }

  async write(trx: Executor, people: readonly IndexedPerson[]): Promise<void> {
    for (const { seq, name, profile } of people) {
      const words = [...name, ...profile.map(asProfileWord)].join(' ');
      await sql`insert or replace into person_search (rowid, words) values (${seq}, ${words})`.execute(trx);
    }
  }
}

/**
 * The term in the language of FTS5. Words are letters and digits only, so that quoting them is enough. What a word is
 * found in is written into the word: with a column each, looking for a Douai by name would go through everybody who
 * works there.
 */
function match({ field, word, begun }: Term): string {
  return `"${field === 'profile' ? asProfileWord(word) : word}"${begun ? '*' : ''}`;
}

function asProfileWord(word: string): string {
  return `_${word}`;
}
