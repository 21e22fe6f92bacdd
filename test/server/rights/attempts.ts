import { newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { all, employees, type Looking, type Place, within } from './looking.ts';

export type Ids = Readonly<Record<string, string>>;

export interface Attempt {
  /** What it is about, of which somebody else may know nothing: a group itself, or what is said there. */
  readonly about: 'group' | 'wall' | 'content' | 'nothing';
  /** The name of the one place where it can be tried. */
  readonly only?: string;
  readonly input: (ids: Ids) => object | null;
  /** Who may, of those who know of it. Of what is said on a wall, a page, or in a group. */
  readonly may: (place: Place) => readonly Looking[];
  /** What those are told who may not: FORBIDDEN, where nothing else is said. */
  readonly denial?: readonly string[];
}

const moderators: readonly Looking[] = ['communicator', 'admin'];
const runners: readonly Looking[] = ['animator', 'owner'];
const moderating = ({ groupId, moderators: own }: Place) => own ?? (groupId ? [...runners, ...moderators] : moderators);
const writing = ({ groupId, writers }: Place) => writers ?? (groupId ? within : employees);
const managing = () => ['owner', 'admin'] as const;
const animating = () => [...runners, 'admin'] as const;
export const nobody = () => [];
const signedIn = () => all.filter((who) => who !== 'nobody');
/** Something in one’s own inbox, of which nobody else knows. */
const own = (input: object): Attempt => ({
  about: 'nothing',
  input: () => input,
  may: signedIn,
});
const text = 'Some text';
/** What is commented on: a page that has comments of its own, or a post. */
const discussed = ({ pageComment, page, post }: Ids) => (pageComment ? page : post);

/** Every mutation of the schema, by its name. */
export const attempts: Readonly<Record<string, Attempt>> = {
  addComment: {
    about: 'content',
    input: (ids) => (ids['post'] ? { subjectId: discussed(ids), body: text } : null),
    may: writing,
  },
  setReaction: {
    about: 'content',
    input: ({ comment }) => (comment ? { subjectId: comment, content: 'LIKE' } : null),
    may: writing,
  },
  setFollow: {
    about: 'content',
    input: ({ page, post }) => (page || post ? { sourceId: page ?? post, level: 'ALL' } : null),
    may: ({ readers }) => readers.filter((who) => who !== 'nobody'),
  },
  markNotificationsSeen: own({ until: '2026-01-01T00:00:00.000Z' }),
  markNotificationsRead: own({}),
  markNotificationsUnread: own({ ids: [] }),
  setNotificationPreference: {
    about: 'content',
    input: ({ page, post }) => (page || post ? { placeId: page ?? post, delivery: 'HERE' } : null),
    may: ({ readers }) => readers.filter((who) => who !== 'nobody'),
  },
  muteNotifications: {
    about: 'content',
    input: ({ page, post }) => (page || post ? { sourceId: page ?? post } : null),
    may: ({ readers }) => readers.filter((who) => who !== 'nobody'),
  },
  unmuteNotifications: {
    about: 'content',
    input: ({ page, post }) => (page || post ? { sourceId: page ?? post } : null),
    may: ({ readers }) => readers.filter((who) => who !== 'nobody'),
  },
  setQuietHours: own({ zone: 'Europe/Paris' }),
  setDigest: own({ frequency: 'WEEKLY' }),
  addPost: {
    about: 'wall',
    input: ({ wallKey }) => ({ wallKey, body: text }),
    may: ({ wallKey, groupId, writers }) =>
      writers ?? (groupId ? ['member', ...runners] : wallKey!.startsWith('person') ? ['owner'] : employees),
  },
  votePoll: {
    about: 'content',
    input: ({ poll, choice }) => (poll ? { postId: poll, choiceIds: [choice] } : null),
    may: writing,
  },
  closePoll: { about: 'content', input: ({ poll }) => (poll ? { postId: poll } : null), may: moderating },
  updatePost: {
    about: 'content',
    input: ({ post }) => (post ? { postId: post, body: text } : null),
    may: ({ groupId }) => (groupId ? ['member'] : ['owner']),
  },
  updateComment: {
    about: 'content',
    input: ({ comment }) => ({ commentId: comment, body: text }),
    may: () => ['owner'],
  },
  restorePost: {
    about: 'content',
    input: ({ post }) => (post ? { postId: post } : null),
    may: nobody,
    denial: ['FORBIDDEN', 'INVALID'],
  },
  restoreComment: {
    about: 'content',
    input: ({ comment }) => ({ commentId: comment }),
    may: nobody,
    denial: ['FORBIDDEN', 'INVALID'],
  },
  setPinned: { about: 'content', input: ({ post }) => (post ? { postId: post, pinned: true } : null), may: moderating },
  setLocked: {
    about: 'content',
    input: (ids) => (ids['post'] ? { subjectId: discussed(ids), locked: false } : null),
    may: moderating,
  },
  addChannel: {
    about: 'wall',
    input: ({ wallKey }) => ({ wallKey, name: `Channel ${newId().slice(-12)}` }),
    may: moderating,
  },
  updateChannel: {
    about: 'wall',
    input: ({ wallKey, channel }) => (channel ? { wallKey, channelId: channel, position: 0 } : null),
    may: moderating,
  },
  updateGroup: {
    about: 'group',
    input: ({ group }) => (group ? { groupId: group, inviting: 'MEMBERS' } : null),
    may: managing,
  },
  inviteToGroup: {
    about: 'group',
    input: ({ group, inviteeId }) => (group ? { groupId: group, personId: inviteeId } : null),
    may: () => ['member', ...runners, 'admin'],
  },
  setMembership: {
    about: 'group',
    input: ({ group, memberId }) => (group ? { groupId: group, personId: memberId, role: 'MEMBER' } : null),
    may: animating,
  },
  decideMembership: {
    about: 'group',
    input: ({ group, inviteeId }) => (group ? { groupId: group, personId: inviteeId, accept: false } : null),
    may: nobody,
    denial: ['FORBIDDEN', 'NOT_FOUND'],
  },
  requestMembership: {
    about: 'group',
    input: ({ group }) => (group ? { groupId: group } : null),
    may: ({ name }) => (name === 'group private' ? employees.filter((who) => !within.includes(who)) : []),
    denial: ['FORBIDDEN', 'INVALID'],
  },
  joinGroup: {
    about: 'group',
    input: ({ group }) => (group ? { groupId: group } : null),
    may: ({ name }) => (name === 'group public' || name === 'group opened' ? [...employees, 'guestWithin'] : within),
    denial: ['LOCKED'],
  },
  leaveGroup: {
    about: 'group',
    input: ({ group }) => (group ? { groupId: group } : null),
    may: () => all,
    denial: ['LAST_OWNER'],
  },
  acceptOwnership: { about: 'group', input: ({ group }) => (group ? { groupId: group } : null), may: nobody },
  declineOwnership: { about: 'group', input: ({ group }) => (group ? { groupId: group } : null), may: nobody },
  addGroup: { about: 'nothing', input: () => ({ name: `Group ${newId()}` }), may: () => employees },
  // Administrators say what a page is called, whether they read what is written there or not.
  setPageTitle: {
    about: 'content',
    only: 'page',
    input: ({ page }) => (page ? { pageId: page, title: 'Title' } : null),
    may: () => ['admin'],
  },
  setPageRule: {
    about: 'nothing',
    input: () => ({ pattern: 'rule:of-tests', readers: 'employees' }),
    may: () => ['admin'],
  },
  deletePageRule: { about: 'nothing', input: () => ({ pattern: 'rule:of-tests' }), may: () => ['admin'] },
  openPage: { about: 'nothing', input: () => ({ pageId: toGlobalId('Page', 'ruled') }), may: () => ['admin'] },
  setPersonRole: {
    about: 'nothing',
    input: ({ inviteeId }) => ({ personId: inviteeId, role: 'EMPLOYEE' }),
    may: () => ['admin'],
  },
  setPersonKind: {
    about: 'nothing',
    input: ({ inviteeId }) => ({ personId: inviteeId, kind: 'EMPLOYEE' }),
    may: () => ['admin'],
  },
  reactivatePerson: { about: 'nothing', input: ({ inviteeId }) => ({ personId: inviteeId }), may: () => ['admin'] },
  deactivatePerson: {
    about: 'nothing',
    input: ({ leaverId }) => ({ personId: leaverId }),
    may: () => ['admin'],
  },
  liftMailStop: { about: 'nothing', input: () => ({ address: 'gone@example.org' }), may: () => ['admin'] },
  setAbsence: {
    about: 'nothing',
    input: () => ({ from: '2026-01-01', until: '2027-12-31', zone: 'Europe/Paris' }),
    may: signedIn,
  },
  clearAbsence: { about: 'nothing', input: () => ({}), may: signedIn },
  deleteComment: {
    about: 'content',
    input: ({ reply, comment }) => ({ commentId: reply ?? comment }),
    may: (place) => [...moderating(place), ...(place.ids['reply'] ? ['member' as const] : ['owner' as const])],
  },
  deletePost: {
    about: 'content',
    input: ({ poll, post }) => (poll || post ? { postId: poll ?? post } : null),
    may: (place) => [...moderating(place), 'owner'],
  },
  setGroupArchived: {
    about: 'group',
    input: ({ group }) => (group ? { groupId: group, archived: false } : null),
    may: managing,
  },
  deleteGroup: { about: 'group', input: ({ group }) => (group ? { groupId: group } : null), may: managing },
  restoreGroup: {
    about: 'group',
    only: 'group deleted',
    input: ({ group }) => (group ? { groupId: group } : null),
    may: managing,
  },
};
/** What changes the world for those who come later is done once, by the last who may. */
export const changing = [
  'leaveGroup',
  'joinGroup',
  'requestMembership',
  'deactivatePerson',
  'deleteComment',
  'deletePost',
  'deleteGroup',
  'restoreGroup',
  'closePoll',
];
export const inClosed = [
  'joinGroup',
  'setFollow',
  'setNotificationPreference',
  'muteNotifications',
  'unmuteNotifications',
  'updateGroup',
  'setGroupArchived',
  'deleteComment',
  'deletePost',
  'leaveGroup',
  'deleteGroup',
];
