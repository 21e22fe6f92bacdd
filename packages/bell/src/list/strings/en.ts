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
  settings: 'Settings',
  /** Leads there. */
  toSettings: 'Choose what reaches me, and when',
  back: 'Back',
  /** Turns on what the operating system shows. */
  desktop: 'Also show on this device, when the page is in the background',
  denied: 'Your browser does not allow this site to show notifications. Its settings can change that.',
};

export type NotificationListStrings = typeof en;
