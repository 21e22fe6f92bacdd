import { isCommunicator, isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import type { Denial } from '../subjects/index.ts';
import { type Group, type GroupRole, type GroupVisibility, type GroupWriters, undeleteWindow } from './group.ts';

/** Who may make groups, and hidden ones: employees, communication staff, or administrators alone. */
export type GroupCreators = Record<'groups' | 'hiddenGroups', 'employees' | 'communicators' | 'admins'>;

/** What a person is in a group; null where they are not in it. */
export type RoleInGroup = GroupRole | null;

export function isAnimator(role: RoleInGroup): boolean {
  return role === 'OWNER' || role === 'ANIMATOR';
}

/** Administrators manage groups that they may not read. */
function manages(viewer: Viewer, role: RoleInGroup): boolean {
  return role === 'OWNER' || viewer.role === 'ADMIN';
}

export function denialOfCreating(viewer: Viewer, visibility: GroupVisibility, creators: GroupCreators): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (viewer.kind === 'GUEST') return 'FORBIDDEN';
  const needed = [creators.groups, ...(visibility === 'HIDDEN' ? [creators.hiddenGroups] : [])];
  return needed.every((creator) => isCreator(viewer, creator)) ? null : 'FORBIDDEN';
}

function isCreator(viewer: Viewer, creator: GroupCreators['groups']): boolean {
  if (creator === 'admins') return viewer.role === 'ADMIN';
  return creator === 'employees' || isCommunicator(viewer);
}

/** Whether the viewer may know that there is such a group. Guests of the company know those that they are in, or asked to come into. */
export function canSeeGroup(
  viewer: SignedInViewer,
  group: Group,
  { membership, isInvited }: { membership: { role: GroupRole } | null; isInvited: boolean },
): boolean {
  const role = membership?.role ?? null;
  if (group.deletedAt !== null) return manages(viewer, role);
  if (role !== null || isInvited || viewer.role === 'ADMIN') return true;
  return group.visibility !== 'HIDDEN' && viewer.kind !== 'GUEST';
}

/** Members of a public group are no secret of it; those of others are, except who is to be asked. For who knows of the group. */
export function canSeeMembers(viewer: Viewer, group: Group, role: RoleInGroup): boolean {
  return group.visibility === 'PUBLIC' || role !== null || viewer.role === 'ADMIN';
}

/** @param hasInvitation - Whether the viewer was asked to come. */
export function denialOfJoining(viewer: SignedInViewer, group: Group, hasInvitation: boolean): Denial {
  if (group.archivedAt !== null) return 'LOCKED';
  if (hasInvitation) return null;
  if (viewer.kind === 'GUEST') return 'FORBIDDEN';
  return group.join === 'OPEN' ? null : 'FORBIDDEN';
}

export function denialOfRequesting(viewer: SignedInViewer, group: Group, role: RoleInGroup): Denial {
  if (group.archivedAt !== null) return 'LOCKED';
  if (role !== null) return 'INVALID';
  return group.join === 'REQUEST' && viewer.kind !== 'GUEST' ? null : 'FORBIDDEN';
}

export function denialOfDeciding(viewer: SignedInViewer, group: Group, role: RoleInGroup): Denial {
  return denialOfAnimating(viewer, group, role);
}

export function denialOfInviting(viewer: SignedInViewer, group: Group, role: RoleInGroup): Denial {
  if (group.archivedAt !== null) return 'LOCKED';
  return isAmong(group.inviting, role) || viewer.role === 'ADMIN' ? null : 'FORBIDDEN';
}

/** Whoever runs a group decides who is in it, and divides its wall. */
export function denialOfAnimating(viewer: SignedInViewer, group: Group, role: RoleInGroup): Denial {
  if (group.archivedAt !== null) return 'LOCKED';
  return isAnimator(role) || viewer.role === 'ADMIN' ? null : 'FORBIDDEN';
}

export function denialOfManaging(viewer: SignedInViewer, role: RoleInGroup): Denial {
  return manages(viewer, role) ? null : 'FORBIDDEN';
}

export function denialOfUndeleting(viewer: SignedInViewer, group: Group, role: RoleInGroup, now: number): Denial {
  if (!manages(viewer, role)) return 'FORBIDDEN';
  if (group.deletedAt === null) return 'INVALID';
  return now <= group.deletedAt + undeleteWindow ? null : 'RESTORE_WINDOW_CLOSED';
}

/** Whether somebody with a role is among those who may do something. Guests of a group talk along, and no more. */
export function isAmong(writers: GroupWriters, role: RoleInGroup): boolean {
  return writers === 'ANIMATORS' ? isAnimator(role) : role !== null && role !== 'GUEST';
}

/**
 * Whether a role may be given. Owners name owners and animators; animators name members and guests, and change no owner.
 *
 * @param target - What the person is now.
 */
export function denialOfNaming(
  viewer: SignedInViewer,
  role: RoleInGroup,
  { from: target, to }: { from: RoleInGroup; to: RoleInGroup },
  isOutsider: boolean,
): Denial {
  if (isOutsider && (to === 'OWNER' || to === 'ANIMATOR')) return 'INVALID';
  if (manages(viewer, role)) return null;
  if (role !== 'ANIMATOR') return 'FORBIDDEN';
  return isAnimator(target) || isAnimator(to) ? 'FORBIDDEN' : null;
}
