import type { RowId } from '../../platform/ids.ts';
/** Public: employees read. Private: employees see that it exists. Hidden: only members know of it. */
export const groupVisibilities = ['PUBLIC', 'PRIVATE', 'HIDDEN'] as const;
export type GroupVisibility = (typeof groupVisibilities)[number];

/** How people become members. */
export const groupJoins = ['OPEN', 'REQUEST', 'INVITE', 'RULE'] as const;
export type GroupJoin = (typeof groupJoins)[number];

/** Who may do something in a group: its members, or those who run it. */
export const groupWriters = ['MEMBERS', 'ANIMATORS'] as const;
export type GroupWriters = (typeof groupWriters)[number];

/** From the one who may do the most. */
export const groupRoles = ['OWNER', 'ANIMATOR', 'MEMBER', 'GUEST'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** Why a person is a member. A rule takes away only those whom it brought. */
export const membershipOrigins = ['SELF', 'REQUEST', 'INVITE', 'RULE'] as const;
export type MembershipOrigin = (typeof membershipOrigins)[number];

export interface Group {
  readonly id: RowId;
  readonly handle: string;
  readonly name: string;
  readonly sortName: string;
  readonly purpose: string | null;
  readonly visibility: GroupVisibility;
  readonly join: GroupJoin;
  readonly rule: string | null;
  readonly posting: GroupWriters;
  readonly commenting: GroupWriters;
  readonly inviting: GroupWriters;
  readonly memberCount: number;
  readonly archivedAt: number | null;
  readonly deletedAt: number | null;
  readonly createdBy: RowId;
  readonly createdAt: number;
}

export interface Membership {
  readonly groupId: RowId;
  readonly personId: RowId;
  readonly role: GroupRole;
  readonly origin: MembershipOrigin;
  readonly since: number;
  /** Null where they came by themselves, or by a rule. */
  readonly letInBy: RowId | null;
  /** Who gave them their role after they came. */
  readonly namedBy: RowId | null;
}

/** What its owners decide about a group. */
export interface GroupSettings {
  readonly name: string;
  readonly purpose: string | null;
  readonly visibility: GroupVisibility;
  readonly join: GroupJoin;
  readonly rule: string | null;
  readonly posting: GroupWriters;
  readonly commenting: GroupWriters;
  readonly inviting: GroupWriters;
}

/** For how long a deleted group can be brought back, in milliseconds. */
export const undeleteWindow = 30 * 24 * 60 * 60 * 1000;
