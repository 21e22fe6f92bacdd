import type { Executor } from '../../../database/connect.ts';
import type { RowId } from '../../../platform/ids.ts';
import { isStandingOwner, type OwnerPeople } from './ownership.ts';
import { findOwners } from './ownership-store.ts';

/** Whether somebody owns a group who is with the company. @param besides - Somebody who does not count. */
export async function hasOwner(
  trx: Executor,
  people: OwnerPeople,
  groupId: RowId,
  besides: RowId | null = null,
): Promise<boolean> {
  const owners = (await findOwners(trx, groupId)).filter((id) => id !== besides);
  const rights = await people.rightsOf(trx, owners);
  return owners.some((id) => isStandingOwner(rights.get(id)));
}
