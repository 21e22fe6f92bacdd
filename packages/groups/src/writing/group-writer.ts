// Loaded with the first thing that somebody does in a group.
import { mutate, type ParvisClient } from '@parvis/core';
import type { GroupRole } from '../group.js';
import {
  ACCEPT_OWNERSHIP,
  DECIDE_MEMBERSHIP,
  DECLINE_OWNERSHIP,
  DELETE_GROUP,
  INVITE_TO_GROUP,
  JOIN_GROUP,
  LEAVE_GROUP,
  REQUEST_MEMBERSHIP,
  RESTORE_GROUP,
  SET_GROUP_ARCHIVED,
  SET_MEMBERSHIP,
} from './group-writing-operations.js';

// Each resolves when the server has it, and what it answers of the group is in the cache; each rejects with a ParvisError.

export const joinGroup = (client: ParvisClient, groupId: string) => mutate(client, JOIN_GROUP, { groupId });

/** Also turns down an invitation, and takes back a request. */
export const leaveGroup = (client: ParvisClient, groupId: string) => mutate(client, LEAVE_GROUP, { groupId });

export const requestMembership = (client: ParvisClient, groupId: string, words: string) =>
  mutate(client, REQUEST_MEMBERSHIP, { groupId, words: words || null });

export const decideMembership = (client: ParvisClient, groupId: string, personId: string, accept: boolean) =>
  mutate(client, DECIDE_MEMBERSHIP, { groupId, personId, accept });

export const inviteToGroup = (client: ParvisClient, groupId: string, personId: string) =>
  mutate(client, INVITE_TO_GROUP, { groupId, personId });

/** Gives somebody a role; null takes them out. */
export const setMembership = (client: ParvisClient, groupId: string, personId: string, role: GroupRole | null) =>
  mutate(client, SET_MEMBERSHIP, { groupId, personId, role });

export const setArchived = (client: ParvisClient, groupId: string, archived: boolean) =>
  mutate(client, SET_GROUP_ARCHIVED, { groupId, archived });

/** Takes over a group that has no owner. */
export const acceptOwnership = (client: ParvisClient, groupId: string) => mutate(client, ACCEPT_OWNERSHIP, { groupId });

export const declineOwnership = (client: ParvisClient, groupId: string) =>
  mutate(client, DECLINE_OWNERSHIP, { groupId });

export const deleteGroup = (client: ParvisClient, groupId: string) => mutate(client, DELETE_GROUP, { groupId });

export const restoreGroup = (client: ParvisClient, groupId: string) => mutate(client, RESTORE_GROUP, { groupId });
