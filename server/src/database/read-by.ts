import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely';
import { alsoEmployees } from '../platform/audience.ts';
import type { ViewerAudiences } from '../platform/readable.ts';
import { eachOf } from './portable.ts';

/**
 * Whether the readers of a subject include who asks.
 *
 * @param table - `subject`, or what the statement calls it.
 */
export function readBy(db: Kysely<any>, table: string, audiences: ViewerAudiences): RawBuilder<SqlBool> {
  const among = (column: 'audience' | 'own_audience') => audienceOf(db, `${table}.${column}`, audiences);
  return sql<SqlBool>`(${among('audience')} and (${sql.ref(`${table}.own_audience`)} is null or ${among('own_audience')}))`;
}

/** Whether an audience includes who asks. @param column - Which has its name. */
export function audienceOf(db: Kysely<any>, column: string, audiences: ViewerAudiences): RawBuilder<SqlBool> {
  const isEmployee = audiences.has('employees');
  // One parameter, however many there are: the statement stays the same.
  const list = JSON.stringify([
    ...audiences,
    ...(isEmployee ? [] : [...audiences].map((each) => alsoEmployees + each)),
  ]);
  const known = sql`(select value from ${eachOf(db, list)})`;
  const audience = sql.ref(column);
  const named = sql<SqlBool>`${audience} in ${known}`;
  return isEmployee ? sql<SqlBool>`(${named} or ${audience} like ${`${alsoEmployees}%`})` : named;
}
