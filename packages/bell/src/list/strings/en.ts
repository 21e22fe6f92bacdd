import type { NotificationFields } from '../notification-operations.js';
import type { Filter } from '../notification-list-controller.js';

const filters: Record<Filter, string> = { all: 'All', unread: 'Unread', mentions: 'Mentions' };
const levels: Record<Exclude<NotificationFields['level'], 'INFORMATION'>, string> = {
  ACTION: 'Action needed',
  URGENT: 'Urgent',
};
const nothing: Record<Filter, string> = {
  all: 'Nothing yet. Here you are told when somebody answers or mentions you, or when there is news of what you follow.',
  unread: 'You have read everything.',
  mentions: 'Nobody has mentioned you yet.',
};

export const en = {
  title: 'Notifications',
  /** The name of the filters. */
  show: 'Show',
  filters,
  levels,
  nothing,
  readAll: 'Mark all as read',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  /** The name of a button, with what it is for. */
  of: (label: string, text: string) => `${label}: ${text}`,
  /** Before one that is not read, for who does not see that. */
  unread: 'Unread:',
  more: 'Show more',
  actions: 'More actions',
  mute: (isForAWeek: boolean): string => (isForAWeek ? 'Mute this discussion for a week' : 'Mute this discussion'),
  choose: 'Choose how it reaches me…',
  muted: 'Muted. The settings below the list bring it back.',
  settings: 'Settings',
  /** Leads there. */
  toSettings: 'Choose what reaches me, and when',
  back: 'Back',
  /** Turns on what the operating system shows. */
  desktop: 'Also as notifications of this device',
  denied: 'Your browser does not allow this site to show notifications. Its settings can change that.',
};

export type NotificationListStrings = typeof en;
