import type { RowId } from '../../platform/ids.ts';
import { alsoEmployees, type Audience, moderators } from '../../platform/audience.ts';
import type { Group, GroupRole, GroupWriters } from './group.ts';
import { isAmong } from './group-policy.ts';

declare module '../../platform/audience.ts' {
  interface AudienceKinds {
    group: true;
  }
}

/** The people in a group. */
export function insiders(groupId: RowId): `group:${string}` {
  return `group:${groupId}`;
}

/** Who knows that there is a group. */
export function knowers({ id, visibility }: Pick<Group, 'id' | 'visibility'>): Audience {
  return visibility === 'HIDDEN' ? insiders(id) : `${alsoEmployees}${insiders(id)}`;
}

/** Who sees what is said in a group, and who is in it. */
export function readersOf({ id, visibility }: Pick<Group, 'id' | 'visibility'>): Audience {
  return visibility === 'PUBLIC' ? `${alsoEmployees}${insiders(id)}` : insiders(id);
}

/** Those who run it. */
export function animators(groupId: RowId): Audience {
  return `${insiders(groupId)}${moderators}`;
}

function writersOf(groupId: RowId, writers: GroupWriters): Audience {
  return writers === 'MEMBERS' ? `${insiders(groupId)}/members` : animators(groupId);
}

/** The audiences that somebody with a role in a group belongs to. */
export function audiencesOf(groupId: RowId, role: GroupRole): Audience[] {
  const writers: readonly GroupWriters[] = ['MEMBERS', 'ANIMATORS'];
  return [insiders(groupId), ...writers.filter((each) => isAmong(each, role)).map((each) => writersOf(groupId, each))];
}

/** Who reads and writes on the wall of a group. */
export function wallAudiences(group: Group): { audience: Audience; posters: Audience; writers: Audience } {
  const isOpen = group.archivedAt === null;
  return {
    audience: readersOf(group),
    posters: isOpen ? writersOf(group.id, group.posting) : 'nobody',
    writers: isOpen ? commentersOf(group) : 'nobody',
  };
}

/** Guests of a group talk along where members do. */
function commentersOf({ id, commenting }: Group): Audience {
  return commenting === 'MEMBERS' ? insiders(id) : writersOf(id, commenting);
}
