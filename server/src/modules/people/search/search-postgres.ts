import { sql } from 'kysely';
import type { Executor } from '../../../database/connect.ts';
import type { IndexedPerson, PeopleSearch, Term } from './search.ts';

/** How many people one statement writes. */
const BATCH = 500;

/** PostgreSQL accepts words of up to 2,046 bytes, with up to four per letter. */
const LONGEST_WORD = 500;

/** People search by PostgreSQL's `tsvector`. */
export class PostgresPeopleSearch implements PeopleSearch {
  async find(db: Executor, anyOf: readonly Term[]): Promise<number[]> {
    if (anyOf.length === 0) return [];
    // As one string: fetching tens of thousands of single rows takes ten times as long.
    const { rows } = await sql<{ found: string | null }>`
      select string_agg(seq::text, ',') as found from person_search where words @@ ${anyOf.map(match).join(' | ')}::tsquery
    `.execute(db);
    const found = rows[0]!.found;
    return found === null ? [] : (JSON.parse(`[${found}]`) as number[]);
  }

  async write(trx: Executor, people: readonly IndexedPerson[]): Promise<void> {
    for (let from = 0; from < people.length; from += BATCH) {
      const batch = people.slice(from, from + BATCH).map(({ seq, name, profile }) => ({
        seq,
        words: [...name.map(asWord), ...profile.map(asProfileWord)].map((word) => `'${word}'`).join(' '),
      }));
      await sql`
        insert into person_search (seq, words)
        select seq, words::tsvector from json_to_recordset(${JSON.stringify(batch)}) as batch (seq integer, words text)
        on conflict (seq) do update set words = excluded.words
      `.execute(trx);
    }
  }
}

/**
 * The term as a `tsquery`. Words contain only letters and digits, so quoting them suffices. The field is part of the word,
 * because PostgreSQL does not store weights in its index.
 */
function match({ field, word, begun }: Term): string {
  return `'${field === 'profile' ? asProfileWord(word) : asWord(word)}'${begun ? ':*' : ''}`;
}

function asWord(word: string): string {
  return word.slice(0, LONGEST_WORD);
}

function asProfileWord(word: string): string {
  return `_${asWord(word)}`;
}
