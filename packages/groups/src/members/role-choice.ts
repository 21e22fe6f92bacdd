import type { Person } from '@parvis/core';
import type { Group, GroupRole } from '../group.js';

const ALL: readonly GroupRole[] = ['OWNER', 'ANIMATOR', 'MEMBER', 'GUEST'];
const PLAIN: readonly GroupRole[] = ['MEMBER', 'GUEST'];

/**
 * The roles that the viewer may give to a member, the present one among them; none where they may not change it. The
 * server decides: owners give all roles, animators those of plain members; guests of the company run no group.
 */
export function rolesToGive(
  { viewerRole, viewerCanManage, viewerCanAnimate, archivedAt }: Group,
  person: Pick<Person, 'kind'>,
  role: GroupRole,
): readonly GroupRole[] {
  if (archivedAt || !(viewerCanManage || viewerCanAnimate)) return [];
  if (!viewerCanManage && (viewerRole !== 'ANIMATOR' || !PLAIN.includes(role))) return [];
  const roles = viewerCanManage && person.kind !== 'GUEST' ? ALL : PLAIN;
  return roles.includes(role) ? roles : [role, ...roles];
}
