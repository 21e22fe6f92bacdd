import type { GroupJoin, GroupRole, GroupVisibility } from '../../group.js';

const visibilities: Record<GroupVisibility, string> = { PUBLIC: 'Public', PRIVATE: 'Private', HIDDEN: 'Hidden' };
const joins: Record<GroupJoin, string> = {
  OPEN: 'open to all',
  REQUEST: 'on request',
  INVITE: 'by invitation',
  RULE: 'members by rule',
};
const roles: Partial<Record<GroupRole, string>> = { OWNER: 'Owner', ANIMATOR: 'Animator' };

export const en = {
  label: 'Groups',
  loading: 'Loading…',
  mine: 'My groups',
  discover: 'Discover',
  search: 'Search groups by name',
  create: 'Create a group',
  visibilities,
  joins,
  roles,
  members: (count: number, written: string) => (count === 1 ? '1 member' : `${written} members`),
  archived: 'archived',
  asked: 'Request sent',
  invited: 'You are invited',
  found: (count: number, written: string) => (count === 1 ? '1 group' : `${written} groups`),
  invitations: 'Groups you are invited to',
  noneMine: 'You are in no group yet.',
  noneMineHelp: 'Look at those that you could join.',
  noneToDiscover: 'There is no other group to discover.',
  nothing: (query: string) => `No group matches “${query}”.`,
  clear: 'Show all',
  showMore: 'Show more groups',
  back: 'Back to the groups',
  signInToSee: 'Sign in to see the groups.',
  signIn: 'Sign in',
};

export type GroupListStrings = typeof en;
