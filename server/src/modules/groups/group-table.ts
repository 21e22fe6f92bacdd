import type { RowId } from '../../platform/ids.ts';
import type { Generated } from 'kysely';
import type { GroupJoin, GroupRole, GroupVisibility, GroupWriters, MembershipOrigin } from './group.ts';
import type { RequestKind, RequestState } from './membership-request.ts';
import type { OfferState } from './ownership/ownership.ts';

export interface GroupTable {
  id: RowId;
  /** The name in addresses: chosen by people, or unguessable where the group is hidden. */
  handle: string;
  name: string;
  /** The folded name, by which lists are sorted and searched. */
  sort_name: string;
  purpose: string | null;
  visibility: GroupVisibility;
  join_by: GroupJoin;
  /** As its owner wrote it; null where people are not in it by rule. */
  rule: string | null;
  posting: GroupWriters;
  commenting: GroupWriters;
  inviting: GroupWriters;
  member_count: Generated<number>;
  archived_at: number | null;
  deleted_at: number | null;
  created_by: RowId;
  created_at: number;
  /** Since when it was seen to have no owner who is with the company; null where it has one. */
  ownerless_since: Generated<number | null>;
}

export interface MembershipTable {
  group_id: RowId;
  person_id: RowId;
  role: GroupRole;
  origin: MembershipOrigin;
  since: number;
  /** Null where they came by themselves, or by a rule. */
  let_in_by: Generated<RowId | null>;
  /** Who gave them their role after they came. */
  named_by: Generated<RowId | null>;
}

/** Somebody asks to be let in, or is asked to come. One of a person and group at a time. */
export interface MembershipRequestTable {
  group_id: RowId;
  person_id: RowId;
  kind: RequestKind;
  /** What they say to those who decide. */
  words: string | null;
  state: RequestState;
  invited_by: RowId | null;
  decided_by: RowId | null;
  decided_at: number | null;
  created_at: number;
}

/** Somebody who is asked to own a group that has no owner, or was since it has none. One of a group is open at a time. */
export interface OwnershipOfferTable {
  group_id: RowId;
  person_id: RowId;
  state: OfferState;
  until: number;
  created_at: number;
}

export interface GroupTables {
  group_: GroupTable;
  membership: MembershipTable;
  membership_request: MembershipRequestTable;
  ownership_offer: OwnershipOfferTable;
}
