import type { Delivery, Digest, PlacePreference } from '../settings-operations.js';

const deliveries: Record<Delivery, string> = {
  MAIL: 'Here and by mail',
  DIGEST: 'Here and in the digest',
  HERE: 'Only here',
  NEVER: 'Not at all',
};
const frequencies: Record<Digest['frequency'], string> = {
  NONE: 'No digest',
  DAILY: 'Every day',
  WEEKLY: 'Every week',
};

const placeKinds: Record<PlacePreference['place']['__typename'], string> = {
  Page: 'Page',
  Post: 'Post',
  Group: 'Group',
  Person: 'Person',
};

export const en = {
  title: 'Notifications',
  kinds: 'What reaches you',
  deliveries,
  mailHint: 'By mail comes only what you have not seen here before.',
  places: 'Places',
  placesHint: 'What you chose for these counts before the rest.',
  placeKinds,
  /** For which nothing is chosen yet. */
  thisDiscussion: 'The discussion of this notification',
  asEverywhere: 'As everywhere',
  muted: 'Muted',
  mutedUntil: (date: string) => `Muted until ${date}`,
  unmute: 'Hear of it again',
  /** The name of a button, with what it is for. */
  of: (label: string, name: string) => `${label}: ${name}`,
  away: 'Away',
  awayHint: 'While you are away no mails come; one sums up what you missed when you are back.',
  beAway: 'Say when you are away',
  changeAbsence: 'Change or end it',
  /** @param address - In part. */
  mailStop: (address: string, date: string) => `Mails to ${address} have not arrived since ${date}.`,
  mailStopHelp:
    'Is the address right? Your administrator, or the directory, can correct it. Until then you find everything in your notifications.',
  digest: 'Digest by mail',
  frequency: 'How often',
  frequencies,
  weekday: 'Day',
  hour: 'Time',
  quiet: 'When mails may reach you',
  company: 'These are the hours of the company.',
  zone: (zone: string) => `By the clock of ${zone}.`,
  from: (day: string) => `${day}, from`,
  to: (day: string) => `${day}, until`,
  keepsHolidays: 'Not on public holidays and days off of the company',
  save: 'Save',
  reset: 'Use the hours of the company',
  saved: 'Saved.',
  nameless: 'Without a title',
};

export type NotificationSettingsStrings = typeof en;
