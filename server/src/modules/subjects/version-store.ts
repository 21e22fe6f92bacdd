import type { Executor } from '../../database/connect.ts';
import { newId } from '../../platform/ids.ts';
import type { Authored, FormerVersion } from './authored.ts';

/** Keeps what a text says now, before it is edited. */
export async function keepVersion(trx: Executor, { rowId, body, editedAt, createdAt }: Authored): Promise<void> {
  await trx
    .insertInto('former_version')
    .values({ id: newId(), subject_id: rowId, ...body, created_at: editedAt ?? createdAt })
    .execute();
}

/** The former versions of several texts, latest first. */
export async function findVersions(db: Executor, subjectIds: readonly string[]): Promise<Map<string, FormerVersion[]>> {
  const rows = await db
    .selectFrom('former_version')
    .select(['subject_id', 'source', 'text', 'tree', 'created_at'])
    .where('subject_id', 'in', subjectIds)
    .orderBy('id', 'desc')
    .execute();
  const versions = new Map<string, FormerVersion[]>(subjectIds.map((id) => [id, []]));
  for (const { subject_id, created_at, ...body } of rows)
    versions.get(subject_id)!.push({ body, createdAt: created_at });
  return versions;
}

export async function deleteVersions(trx: Executor, subjectIds: readonly string[]): Promise<void> {
  await trx.deleteFrom('former_version').where('subject_id', 'in', subjectIds).execute();
}
