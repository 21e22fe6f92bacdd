import type { GroupJoin, GroupVisibility } from '../../group.js';

const visibilities: Record<GroupVisibility, readonly [name: string, meaning: string]> = {
  PUBLIC: ['Public', 'All employees find it and read it; members write.'],
  PRIVATE: ['Private', 'All employees see that it exists; only members read.'],
  HIDDEN: ['Hidden', 'Only members know that it exists.'],
};
const joins: Record<GroupJoin, readonly [name: string, meaning: string]> = {
  OPEN: ['Open', 'Whoever wants to joins.'],
  REQUEST: ['On request', 'Those who run the group decide.'],
  INVITE: ['By invitation', 'Nobody comes in without being asked.'],
  RULE: ['By a rule', 'Everyone is in it who meets conditions, and this is kept true as people move.'],
};

export const en = {
  loading: 'Loading…',
  name: 'Name',
  handle: 'Short name (optional)',
  handleHint:
    'For addresses, as quality-douai: small letters, digits and hyphens. Without it, one is made of the name.',
  purpose: 'What is it for?',
  purposeHint: 'Shown at the top of the group. 500 characters at most.',
  visibility: 'Who sees it?',
  visibilities,
  join: 'How do people come in?',
  joins,
  rule: 'Who is in it?',
  writers: { MEMBERS: 'All members', ANIMATORS: 'Owners and animators' },
  posting: 'Who posts?',
  commenting: 'Who comments?',
  inviting: 'Who invites?',

  changes: {
    toPrivate:
      'Others than members will no longer read anything here as soon as you save. They will still see its name, purpose and owners.',
    toHidden:
      'Others than members will find no trace of this group as soon as you save. Its short name changes to one that cannot be guessed: pages that show the group need the new one.',
    toPublic:
      'All employees will read what is written from now on. What was written before stays with the members, unless you open it as well.',
    toSeen: 'All employees will see that this group exists, with its name, purpose and owners.',
  },
  openFormer: 'Also show all employees what was written before',

  save: 'Save',
  saving: 'Saving…',
  saved: 'Settings saved.',
  newHandle: (handle: string) => `The short name of this group is now ${handle}.`,
  create: 'Create the group',
  creating: 'Creating…',
  created: (name: string) => `${name} is there.`,
  newGroup: 'New group',
  cancel: 'Cancel',

  nameMissing: 'A group needs a name.',
  handleInvalid: '2 to 48 small letters, digits and hyphens, as quality-douai.',
  handleTaken: 'Another group has this short name.',

  end: 'Archive or delete',
  archive: 'Archive',
  archiveMeans: 'Everything stays readable, and nothing is added. You can reopen it at any time.',
  reopen: 'Reopen',
  reopenMeans: 'This group is archived. Reopened, its members write in it again.',
  archived: 'The group is archived.',
  reopened: 'The group is open again.',
  delete: 'Delete',
  deleteMeans:
    'The group disappears for everyone, with all that was said in it. For 30 days its owners can bring it back.',
  deleteQuestion: (name: string) => `Delete “${name}” with all that was said in it?`,
  deleteYes: 'Delete the group',
  keep: 'Keep it',
  deleted: 'The group is deleted.',
};

export type SettingsStrings = typeof en;
