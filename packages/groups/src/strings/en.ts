import type { GroupJoin, GroupRole, GroupVisibility } from '../group.js';

const visibilities: Record<GroupVisibility, string> = {
  PUBLIC: 'Public group',
  PRIVATE: 'Private group',
  HIDDEN: 'Hidden group',
};
const joins: Record<GroupJoin, string> = {
  OPEN: 'open to all',
  REQUEST: 'on request',
  INVITE: 'by invitation',
  RULE: 'members by rule',
};
const roles: Record<GroupRole, string> = {
  OWNER: 'You are an owner',
  ANIMATOR: 'You are an animator',
  MEMBER: 'You are a member',
  GUEST: 'You are a guest',
};

export const en = {
  loading: 'Loading…',
  visibilities,
  joins,
  roles,
  /** `written` is the count, formatted for the reader's language. */
  members: (count: number, written: string) => (count === 1 ? '1 member' : `${written} members`),
  showMembers: 'Members',
  runBy: (names: string) => `run by ${names}`,
  join: 'Join',
  ask: 'Ask to join',
  askAgain: 'Ask again',
  invite: 'Invite',
  more: 'More actions',
  settings: 'Settings',
  leave: 'Leave the group',
  asked: 'You asked to join. Those who run the group decide.',
  takeBack: 'Take back the request',
  refused: 'Your request was not accepted.',
  invited: 'You are invited to this group.',
  accept: 'Accept',
  turnDown: 'Decline',
  byInvitation: 'People come into this group by invitation.',
  privateTalk: 'What is said here is for members.',
  archived: 'This group is archived: everything stays readable, and nothing is added.',
  reopen: 'Reopen',
  waiting: (count: number) => (count === 1 ? '1 person asks to join' : `${count} people ask to join`),
  decide: 'Look at requests',
  deleted: (date: string) => `This group is deleted. Until ${date}, its owners can bring it back.`,
  undo: 'Undo',
  channels: 'Channels',
  all: 'All',
  closed: 'closed',
  divide: 'Change channels',
  missing: 'There is no such group here.',
  missingHelp: 'It may have been deleted, or it is for others.',
  signInToSee: 'Sign in to see this group.',
  signIn: 'Sign in',
  joined: 'You are in the group.',
  requestTakenBack: 'Request taken back.',
  turnedDown: 'Invitation declined.',
  left: 'You have left the group.',
  restored: 'The group is back.',
  reopened: 'The group is open again.',
  requestSent: 'Request sent.',
};

export type GroupStrings = typeof en;
