import { sql } from 'kysely';
import type { Executor } from '../../../database/connect.ts';
import type { IndexedPerson, PeopleSearch, Term } from './search.ts';

/** People search by SQLite's FTS5. */
export class SqlitePeopleSearch implements PeopleSearch {
  async find(db: Executor, anyOf: readonly Term[]): Promise<number[]> {
    if (anyOf.length === 0) return [];
    // As one JSON text: fetching tens of thousands of single rows takes ten times as long.
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
 * The term in the syntax of FTS5. Words contain only letters and digits, so quoting them suffices. The field is part of the
 * word: with a column for each, a search for the name Douai would visit all people who work there.
 */
function match({ field, word, begun }: Term): string {
  return `"${field === 'profile' ? asProfileWord(word) : word}"${begun ? '*' : ''}`;
}

function asProfileWord(word: string): string {
  return `_${word}`;
}
