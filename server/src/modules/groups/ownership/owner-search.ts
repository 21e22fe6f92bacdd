import { z } from 'zod';
import type { Executor } from '../../../database/connect.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { JobQueue } from '../../../queue/job-queue.ts';
import { isOwnerless } from './ownership-store.ts';

declare module '../../../queue/job.ts' {
  interface JobKinds {
    findGroupOwner: { groupId: string };
    findOwnerlessGroups: null;
  }
}

export const searchJob = z.object({ groupId: z.string() });

/** Has somebody asked to own a group, if it turns out that it has no owner; or asked no more, if it has one. */
export async function searchOwner(trx: Executor, queue: JobQueue, groupId: RowId): Promise<void> {
  await queue.add(trx, 'findGroupOwner', { groupId }, { key: groupId });
}

/** The same at a later time, besides what happens before. */
export async function searchOwnerAt(trx: Executor, queue: JobQueue, groupId: RowId, dueAt: number): Promise<void> {
  await queue.add(trx, 'findGroupOwner', { groupId }, { dueAt });
}

/** The same for a group that is known to have none: who is in it, and as what, has changed. */
export async function searchOwnerOfOwnerless(trx: Executor, queue: JobQueue, groupId: RowId): Promise<void> {
  if (await isOwnerless(trx, groupId)) await searchOwner(trx, queue, groupId);
}
