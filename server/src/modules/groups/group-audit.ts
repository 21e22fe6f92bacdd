import { type AuditActor, type AuditRecord, auditReference } from '../../audit/audit-entry.ts';
import type { RowId } from '../../platform/ids.ts';
import type { Group, GroupRole, GroupVisibility } from './group.ts';
import type { OwnershipOffer } from './ownership/ownership.ts';

declare module '../../audit/audit-entry.ts' {
  interface AuditActions {
    /** From null for somebody who comes in, to null for one who is out. */
    setMembership: { person: RowId; from: GroupRole | null; to: GroupRole | null };
    /** By the rule of the group: how many came in, and are out. */
    keepGroupByRule: { added: number; removed: number };
    /** From null for a new group. */
    setGroupVisibility: { from: GroupVisibility | null; to: GroupVisibility; opensFormerPosts: boolean };
    setGroupArchived: { archived: boolean };
    deleteGroup: null;
    restoreGroup: null;
    /** It has no owner any more, and somebody is to take it over; or that is over. */
    searchGroupOwner: { begun: boolean };
    offerOwnership: { person: RowId; until: number };
    /** By the person who was asked. */
    answerOwnershipOffer: { accepted: boolean };
    /** Without an answer. */
    endOwnershipOffer: { person: RowId };
  }
}

/** What is recorded of somebody who becomes something else in a group. */
export function membershipSet(
  by: RowId,
  { id }: Pick<Group, 'id'>,
  details: { person: RowId; from: GroupRole | null; to: GroupRole | null },
): AuditRecord[] {
  if (details.from === details.to) return [];
  return [{ ...act(auditReference('Person', by), id), action: 'setMembership', details }];
}

/** What is recorded of a group whose rule brings people, and takes them out. */
export function ruleKept({ id }: Pick<Group, 'id'>, details: { added: number; removed: number }): AuditRecord[] {
  if (details.added + details.removed === 0) return [];
  return [{ ...act('server', id), action: 'keepGroupByRule', details }];
}

/** What is recorded of a group that other people may read from now on. */
export function visibilitySet(
  by: RowId,
  { id, visibility: to }: Pick<Group, 'id' | 'visibility'>,
  { from, opensFormerPosts }: { from: GroupVisibility | null; opensFormerPosts: boolean },
): AuditRecord[] {
  if (from === to && !opensFormerPosts) return [];
  const details = { from, to, opensFormerPosts };
  return [{ ...act(auditReference('Person', by), id), action: 'setGroupVisibility', details }];
}

export function groupArchived(by: RowId, { id }: Pick<Group, 'id'>, archived: boolean): AuditRecord[] {
  return [{ ...act(auditReference('Person', by), id), action: 'setGroupArchived', details: { archived } }];
}

export function groupAway(by: RowId, { id }: Pick<Group, 'id'>, action: 'deleteGroup' | 'restoreGroup'): AuditRecord[] {
  return [{ ...act(auditReference('Person', by), id), action, details: null }];
}

export function ownerSearched({ id }: Pick<Group, 'id'>, begun: boolean): AuditRecord[] {
  return [{ ...act('server', id), action: 'searchGroupOwner', details: { begun } }];
}

export function ownershipOffered({ groupId, personId: person, until }: OwnershipOffer): AuditRecord[] {
  return [{ ...act('server', groupId), action: 'offerOwnership', details: { person, until } }];
}

export function offerAnswered({ groupId, personId }: OwnershipOffer, accepted: boolean): AuditRecord[] {
  return [
    { ...act(auditReference('Person', personId), groupId), action: 'answerOwnershipOffer', details: { accepted } },
  ];
}

export function offerEnded({ groupId, personId: person }: OwnershipOffer): AuditRecord[] {
  return [{ ...act('server', groupId), action: 'endOwnershipOffer', details: { person } }];
}

function act(actor: AuditActor, groupId: RowId) {
  return { actor, subject: auditReference('Group', groupId) };
}
