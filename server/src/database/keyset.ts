import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { CursorKey, PageRequest } from '../platform/connection.ts';

/** The order of a list: columns that together identify a row, all in one direction. */
export interface Keyset {
  columns: readonly string[];
  direction: 'asc' | 'desc';
}

/** Whether a row is within the cursors of a page and, with `from`, not before that key. */
export function inPage(
  keyset: Keyset,
  { after, before }: PageRequest,
  from: CursorKey | null = null,
): RawBuilder<SqlBool> {
  const ascending = keyset.direction === 'asc';
  const conditions = [
    after && compared(keyset, ascending ? '>' : '<', after),
    before && compared(keyset, ascending ? '<' : '>', before),
    from && compared(keyset, ascending ? '>=' : '<=', from),
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? sql`${sql.join(conditions, sql` and `)}` : sql`1 = 1`;
}

/** The terms of `order by`, reversed for a page that is read backward. */
export function inOrder(
  { columns, direction }: Keyset,
  { backward }: Pick<PageRequest, 'backward'>,
): RawBuilder<unknown> {
  const towards = sql.raw((direction === 'asc') === backward ? 'desc' : 'asc');
  return sql.join(columns.map((column) => sql`${sql.ref(column)} ${towards}`));
}

/** A row comparison, with which the database can seek the key in its index. */
function compared({ columns }: Keyset, operator: '<' | '<=' | '>' | '>=', key: CursorKey): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(columns.map((column) => sql.ref(column)))}) ${sql.raw(operator)} (${sql.join(key)})`;
}
