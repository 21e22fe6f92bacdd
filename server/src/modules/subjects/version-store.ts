import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { inOrder, inPage, type Keyset } from '../../database/keyset.ts';
import type { PageRequest } from '../../platform/connection.ts';
import { newId, type RowId } from '../../platform/ids.ts';
import type { Authored, FormerVersion } from './authored.ts';

/** Keeps what a text says now, before it is edited. */
export async function keepVersion(trx: Executor, { rowId, body, editedAt, createdAt }: Authored): Promise<void> {
  await trx
    .insertInto('former_version')
    .values({ id: newId(), subject_id: rowId, ...body, created_at: editedAt ?? createdAt })
    .execute();
}

/** Ids made later sort later. */
const latest: Keyset = { columns: ['former_version.id'], direction: 'desc' };

/** A page of the former versions of each of several texts, latest first. */
export async function findVersions(
  db: Executor,
  subjectIds: readonly RowId[],
  page: PageRequest,
): Promise<Map<RowId, FormerVersion[]>> {
  const numbered = db
    .selectFrom('former_version')
    .select(['id', 'subject_id', 'source', 'text', 'tree', 'created_at'])
    .select(
      sql<number>`row_number() over (partition by former_version.subject_id order by ${inOrder(latest, page)})`.as(
        'place',
      ),
    )
    .where('subject_id', 'in', subjectIds)
    .where(inPage(latest, page));
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('place', '<=', page.limit)
    .orderBy('subject_id')
    .orderBy('place')
    .execute();
  const versions = new Map<RowId, FormerVersion[]>(subjectIds.map((id) => [id, []]));
  for (const { id, subject_id, source, text, tree, created_at } of rows)
    versions.get(subject_id)!.push({ id, body: { source, text, tree }, createdAt: created_at });
  return versions;
}

export async function deleteVersions(trx: Executor, subjectIds: readonly RowId[]): Promise<void> {
  await trx.deleteFrom('former_version').where('subject_id', 'in', subjectIds).execute();
}

/** How many former versions there are of each of several texts. */
export async function countVersions(db: Executor, subjectIds: readonly RowId[]): Promise<Map<RowId, number>> {
  const rows = await db
    .selectFrom('former_version')
    .select('subject_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('subject_id', 'in', subjectIds)
    .groupBy('subject_id')
    .execute();
  return new Map(rows.map(({ subject_id, count }) => [subject_id, count]));
}
