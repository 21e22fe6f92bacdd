import type { Executor } from '../../../database/connect.ts';
import { type CursorKey, maxPageSize, type PageRequest } from '../../../platform/connection.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { Membership } from '../group.ts';
import { findMembers, findMembersAmong, sinceKey } from '../membership-store.ts';

/** How many memberships one statement names at most. */
const batch = 500;

/**
 * Those who could own a group, in batches, in the order in which they are asked: animators before members, the most active
 * first, then who was in it longest. Guests of the group are not among them.
 *
 * @param activity - How much each wrote there of late.
 */
export async function* candidates(
  db: Executor,
  groupId: RowId,
  activity: ReadonlyMap<RowId, number>,
): AsyncGenerator<RowId[]> {
  yield inOrder(await animatorsOf(db, groupId), activity);
  yield inOrder(await membersAmong(db, groupId, [...activity.keys()]), activity);
  yield* byLength(db, groupId, 'MEMBER');
}

function inOrder(memberships: readonly Membership[], activity: ReadonlyMap<RowId, number>): RowId[] {
  const of = ({ personId }: Membership) => activity.get(personId) ?? 0;
  const sorted = memberships.toSorted(
    (a, b) => of(b) - of(a) || a.since - b.since || (a.personId < b.personId ? -1 : 1),
  );
  return sorted.map(({ personId }) => personId);
}

async function animatorsOf(db: Executor, groupId: RowId): Promise<Membership[]> {
  const animators: Membership[] = [];
  for await (const page of pages(db, groupId, 'ANIMATOR')) animators.push(...page);
  return animators;
}

async function membersAmong(db: Executor, groupId: RowId, personIds: readonly RowId[]): Promise<Membership[]> {
  const members: Membership[] = [];
  for (let from = 0; from < personIds.length; from += batch)
    members.push(...(await findMembersAmong(db, groupId, personIds.slice(from, from + batch))));
  return members.filter(({ role }) => role === 'MEMBER');
}

async function* byLength(db: Executor, groupId: RowId, role: 'MEMBER'): AsyncGenerator<RowId[]> {
  for await (const page of pages(db, groupId, role)) yield page.map(({ personId }) => personId);
}

async function* pages(db: Executor, groupId: RowId, role: 'ANIMATOR' | 'MEMBER'): AsyncGenerator<Membership[]> {
  let after: CursorKey | null = null;
  for (;;) {
    const page: PageRequest = { size: maxPageSize, limit: maxPageSize, backward: false, after, before: null };
    const found = await findMembers(db, groupId, { roles: [role], page });
    yield found;
    if (found.length < maxPageSize) return;
    after = sinceKey(found.at(-1)!);
  }
}
