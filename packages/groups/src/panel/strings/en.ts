import type { GroupJoin, GroupRole, GroupVisibility } from '../../group.js';
import type { PanelName } from '../panel-events.js';

const titles: Record<PanelName, string> = {
  ask: 'Ask to join',
  leave: 'Leave the group',
  members: 'Members',
  requests: 'Requests to join',
  invite: 'Invite people',
  channels: 'Channels',
  settings: 'Settings',
};
const roles: Record<GroupRole, string> = { OWNER: 'Owner', ANIMATOR: 'Animator', MEMBER: 'Member', GUEST: 'Guest' };
const afterLeaving: Record<GroupVisibility, string> = {
  PUBLIC: 'You will still read what is said here, but no longer write.',
  PRIVATE: 'You will no longer read what is said here.',
  HIDDEN: 'You will no longer find this group, nor read what was said in it.',
};
const comingBack: Record<GroupJoin, string> = {
  OPEN: 'You can join again at any time.',
  REQUEST: 'To come back, you will have to ask.',
  INVITE: 'To come back, you will need an invitation.',
  RULE: 'A rule decides who is in this group: it may bring you back.',
};

export const en = {
  titles,
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading…',
  tryAgain: 'Try again',
  showMore: 'Show more',

  wordsLabel: 'A word to those who decide (optional)',
  wordsHint: 'For example who you are, and what brings you here.',
  send: 'Send the request',
  requestSent: 'Request sent.',

  afterLeaving,
  comingBack,
  leave: 'Leave',
  stay: 'Stay',
  left: 'You have left the group.',
  lastOwner: 'You are the only owner of this group, and a group needs one.',
  handOverHelp: 'Hand over: make another member an owner, then you can leave.',
  archiveHelp: 'Archive: everything stays readable, and nothing is added. You stay its owner, and can reopen it.',
  handOver: 'Choose another owner',
  archive: 'Archive the group',
  archived: 'The group is archived.',

  roles,
  everyone: 'Everyone',
  show: 'Show',
  only: { OWNER: 'Owners', ANIMATOR: 'Animators', MEMBER: 'Members', GUEST: 'Guests' } satisfies Record<
    GroupRole,
    string
  >,
  membersHere: (written: string) => `${written} in the group`,
  roleOf: (name: string) => `Role of ${name}`,
  takeOut: 'Take out',
  takenOut: (name: string) => `${name} is no longer in the group.`,
  undo: 'Undo',
  /** The name of a button for one of several people. */
  of: (action: string, name: string) => `${action}: ${name}`,
  roleChanged: (name: string, role: string) => `${name}: ${role}.`,
  noMembers: 'No one has this role.',
  keepsOwner: 'This is the only owner: make another member an owner first.',

  noRequests: 'No one is waiting.',
  letIn: 'Let in',
  refuse: 'Refuse',
  wasLetIn: (name: string) => `${name} is in the group.`,
  wasRefused: (name: string) => `${name} was not let in.`,
  goneRequest: 'This request was taken back, or someone else has decided.',

  channelsHelp: 'Channels divide the wall: one for each matter. A closed channel stays readable.',
  newChannel: 'New channel',
  add: 'Add',
  channelName: (name: string) => `Name of ${name}`,
  rename: 'Rename',
  moveUp: 'Move up',
  closeChannel: 'Close',
  openChannel: 'Open again',
  channelAdded: (name: string) => `Channel ${name} added.`,
  channelChanged: (name: string) => `Channel ${name} changed.`,
  channelTaken: 'Another channel has this name, or there are too many.',

  whom: 'Whom?',
  whomHint: 'Type a name, then choose with the arrow keys.',
  inviteHelp: 'They see the invitation in their list of groups and on the page of the group, and accept or decline it.',
  invited: (name: string) => `${name} is invited.`,
  added: (name: string) => `${name} is in the group.`,
};

export type PanelStrings = typeof en;
